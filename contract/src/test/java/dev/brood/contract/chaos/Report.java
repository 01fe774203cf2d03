package dev.brood.contract.chaos;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What a run was like, as a table.
 *
 * @param settings what was asked for
 * @param took how long the callers were at work
 * @param calls how many calls there were
 * @param verdicts by what has become of them
 * @param acts how often callers have played what
 * @param troubles what was done to workers from outside
 * @param memory of this process, while it ran
 */
record Report(
    Chaos.Settings settings,
    Duration took,
    long calls,
    Map<Verdict, Long> verdicts,
    Map<Act, Integer> acts,
    Map<Killer.Trouble, Long> troubles,
    Memory memory) {

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    row(table, "seed", settings.seed());
    row(table, "callers, workers", settings.callers() + ", " + settings.workers());
    row(table, "seconds", took.toSeconds());
    row(table, "calls", calls);
    row(table, "calls a second", calls * 1000 / Math.max(1, took.toMillis()));
    head(table, "calls by outcome");
    verdicts.forEach(
        (verdict, count) -> {
          if (count > 0) {
            row(table, verdict.words(), count);
          }
        });
    head(table, "done to workers");
    troubles.forEach((trouble, count) -> row(table, words(trouble), count));
    head(table, "done by callers");
    acts.forEach((act, count) -> row(table, words(act), count));
    head(table, "memory of the parent, MiB");
    row(table, "heap: most; first, last third", memory(Memory.Sample::heap));
    row(table, "own pages: most; first, last third", memory(Memory.Sample::resident));
    return table.toString();
  }

  private String memory(ToLongFunction<Memory.Sample> what) {
    return (memory.peak(what) >> 20)
        + "; "
        + (memory.early(what) >> 20)
        + ", "
        + (memory.late(what) >> 20);
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void head(StringBuilder table, String words) {
    table.append("-- ").append(words).append(System.lineSeparator());
  }

  private static void row(StringBuilder table, String name, Object value) {
    table.append(String.format("%-36s%16s%n", name, value));
  }
}
