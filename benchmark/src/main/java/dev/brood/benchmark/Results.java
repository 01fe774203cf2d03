package dev.brood.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

  /** A table of ways whose calls were timed one by one. */
  List<List<String>> callsOneByOne() {
    return table(
        typical("median"),
        new Column("99th percentile", way -> Units.duration(of(way).p99())),
        calls(),
        besideFirst());
  }

  /** A table of ways that did many calls together. */
  List<List<String>> callsTogether() {
    return table(typical("a call"), calls(), besideFirst());
  }

  /** A table of ways that did one thing. */
  List<List<String>> times(Column... more) {
    List<Column> columns = new ArrayList<>(List.of(typical("time")));
    columns.addAll(List.of(more));
    columns.add(besideFirst());
    return table(columns.toArray(Column[]::new));
  }

  /**
   * A column of a table.
   *
   * @param cell what stands there of a way that has run
   */
  record Column(String heading, Function<String, String> cell) {}

  private Column typical(String heading) {
    return new Column(heading, way -> Units.duration(of(way).typical()));
  }

  private Column calls() {
    return new Column("calls", way -> Units.rate(1e9 / of(way).each()));
  }

  private Column besideFirst() {
    return new Column("× the first", way -> ratio(way, names.get(0)).inWords(Units::factor));
  }

  private List<List<String>> table(Column... columns) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(line("", columns, Column::heading));
    for (String way : names) {
      lines.add(
          has(way)
              ? line(way, columns, column -> column.cell().apply(way))
              : List.of(way, notRun(way)));
    }
    return lines;
  }

  private static List<String> line(String first, Column[] columns, Function<Column, String> cell) {
    return Stream.concat(Stream.of(first), Stream.of(columns).map(cell)).toList();
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
