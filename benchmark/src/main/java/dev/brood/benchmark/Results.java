package dev.brood.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a contest has shown. Times are medians of the rounds. Ratios are medians of the rounds'
 * ratios, because both ways of a round had the same noise around them.
 *
 * @param names all ways, in order
 * @param samples one of each round, of the ways that have run
 * @param absent why the others have not
 */
record Results(List<String> names, Map<String, List<Sample>> samples, Map<String, String> absent) {

  boolean has(String name) {
    return samples.containsKey(name);
  }

  /** The medians of a way that has run. */
  Sample of(String name) {
    return Sample.median(rounds(name));
  }

  /** A time of a way, in nanoseconds. */
  Figure time(String name, ToDoubleFunction<Sample> figure) {
    return has(name) ? Figure.of(figure.applyAsDouble(of(name))) : missing(name);
  }

  /** Calls in a second. */
  Figure rate(String name) {
    return time(name, Sample::each).map(nanos -> 1e9 / nanos);
  }

  /** How many times as long as the other a way takes. */
  Figure ratio(String name, String other) {
    if (!has(name)) {
      return missing(name);
    }
    if (!has(other)) {
      return missing(other);
    }
    List<Sample> ours = rounds(name);
    List<Sample> theirs = rounds(other);
    return Figure.of(
        Sample.median(
            IntStream.range(0, ours.size())
                .mapToDouble(i -> ours.get(i).typical() / theirs.get(i).typical())
                .toArray()));
  }

  /** How many times as long as the other the fastest of some ways takes. */
  Figure ratioOfFastest(List<String> ways, String other) {
    return Figure.least(ways.stream().map(way -> ratio(way, other)).toArray(Figure[]::new));
  }

  /** The ways whose names begin alike. */
  List<String> beginning(String prefix) {
    return names.stream().filter(name -> name.startsWith(prefix)).toList();
  }

  /** A table of all ways; the first is what the others are compared with. */
  List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    boolean oneByOne = samples.keySet().stream().anyMatch(name -> !Double.isNaN(of(name).p99()));
    lines.add(
        row(
            oneByOne,
            "",
            oneByOne ? "median" : "a call",
            "99th percentile",
            "calls",
            "× the first"));
    for (String name : names) {
      lines.add(has(name) ? line(name, oneByOne) : List.of(name, notRun(name)));
    }
    return lines;
  }

  private List<String> line(String name, boolean oneByOne) {
    Sample sample = of(name);
    return row(
        oneByOne,
        name,
        Units.duration(sample.typical()),
        Double.isNaN(sample.p99()) ? "" : Units.duration(sample.p99()),
        Units.rate(1e9 / sample.each()),
        ratio(name, names.get(0)).inWords(Units::factor));
  }

  private static List<String> row(
      boolean oneByOne, String name, String typical, String p99, String rate, String ratio) {
    Stream<String> cells =
        oneByOne
            ? Stream.of(name, typical, p99, rate, ratio)
            : Stream.of(name, typical, rate, ratio);
    return cells.toList();
  }

  private String notRun(String name) {
    return "not run: " + absent.getOrDefault(name, "no such way");
  }

  private Figure missing(String name) {
    return Figure.none(absent.getOrDefault(name, "no such way"));
  }

  private List<Sample> rounds(String name) {
    List<Sample> rounds = samples.get(name);
    if (rounds == null) {
      throw new IllegalArgumentException(name + ", " + notRun(name));
    }
    return rounds;
  }
}
