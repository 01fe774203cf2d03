package dev.brood.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of every table is measured. How fast it was is none of a test's business. */
class GoalsTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @AfterEach
  void nothingIsLeft() {
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  /** Each by itself, as each has its own time limit then. */
  @ParameterizedTest
  @MethodSource("rows")
  void aQuickRunMeasures(String row) throws Exception {
    List<String> failed = run("--quick", "--only", row);

    assertThat(failed).as(printed()).isEmpty();
    assertThat(printed()).contains("## " + row).doesNotContain("no such way", "NaN");
    assertThat(goals()).isNotEmpty().allMatch(goal -> goal.startsWith("| " + row + " "));
  }

  static Stream<String> rows() {
    return Goals.ROWS.stream().map(Row::name);
  }

  /** Eleven goals, the same on a single processor, and a table that has no goal. */
  @Test
  void noRowIsMissing() {
    assertThat(rows())
        .containsExactly(
            "blocking-call",
            "many-callers",
            "tiny-calls",
            "seed-workload",
            "large-values",
            "start",
            "cpu-bound",
            "idle",
            "stream-memory",
            "scaling",
            "compile-time",
            "one-cpu",
            "crossover");
  }

  @Test
  void whatAMachineLacksIsNamedAndTheOthersAreMeasured() throws Exception {
    List<String> failed = run("--quick", "--only", "blocking-call", "--python", "no-such-python");

    assertThat(failed).isEmpty();
    assertThat(printed())
        .containsPattern("Python, Pool.apply \\(fork\\) .*not run: no no-such-python")
        .containsPattern("Python, Pool.apply \\(spawn\\) .*not run: no no-such-python");
    assertThat(goals())
        .filteredOn(goal -> goal.contains("not run: no no-such-python"))
        .singleElement()
        .asString()
        .contains("Python, Pool.apply");
  }

  @Test
  void aRowThatFailsDoesNotKeepOthersFromRunning() throws Exception {
    Row failing = new OneGoal("failing", Figure.none(""), new IOException("broken"));
    Row sound = new OneGoal("sound", Figure.of(3), null);
    Report report = new Report(new PrintStream(printed, true, StandardCharsets.UTF_8));

    List<String> failed = Goals.run(new Options(Plan.QUICK, List.of(failing, sound)), report);

    assertThat(failed).containsExactly("failing");
    assertThat(goals())
        .satisfiesExactly(
            goal -> assertThat(goal).contains("failed: java.io.IOException: broken"),
            goal -> assertThat(goal).containsPattern("sound .* 3 × .* ≤ 2 × .* missed, 1.50 ×"));
  }

  private record OneGoal(String name, Figure figure, Exception failure) implements Row {
    @Override
    public String title() {
      return "a row of a test";
    }

    @Override
    public void measure(Plan plan, Report report) throws Exception {
      if (failure != null) {
        throw failure;
      }
      report.goal(Goal.atMost("something", figure, 2, Units::factor));
    }
  }

  private List<String> run(String... arguments) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return Goals.run(Options.parse(Goals.ROWS, arguments), new Report(out));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** The lines of the last table, without its heading. */
  private List<String> goals() {
    String all = printed();
    return all.substring(all.indexOf("## goals"))
        .lines()
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .toList();
  }
}
