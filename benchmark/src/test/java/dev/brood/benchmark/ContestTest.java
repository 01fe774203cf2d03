package dev.brood.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
  private static final Duration NO_TIME = Duration.ZERO;

  private final List<String> order = new ArrayList<>();

  @Test
  void waysTakeTurnsAndEachRoundBeginsWithAnother() throws Exception {
    new Contest(Plan.QUICK.withRounds(3))
        .way("a", noted("a", 1))
        .without("b", "it is not there")
        .way("c", noted("c", 1))
        .run();

    assertThat(order).containsExactly("a", "c", "c", "a", "a", "c");
  }

  @Test
  void eachWayIsWarmedUpFirst() throws Exception {
    new Contest(Plan.USUAL.withRounds(1)).way("a", noted("a", 1)).way("b", noted("b", 1)).run();

    assertThat(order).containsExactly("a", "b", "a", "b");
  }

  @Test
  void timesAreMediansOfTheRoundsAndRatiosMediansOfTheirRatios() throws Exception {
    Results results =
        new Contest(Plan.QUICK.withRounds(3))
            .way("slow", noted("slow", 10, 200, 30))
            .way("fast", noted("fast", 1, 100, 10))
            .runCold();

    assertThat(results.of("slow").typical()).isEqualTo(30);
    assertThat(results.of("fast").typical()).isEqualTo(10);
    assertThat(results.ratio("slow", "fast").value()).isEqualTo(3);
    assertThat(results.rate("fast").value()).isCloseTo(1e8, within(1.0));
  }

  @Test
  void whatHasNotRunHasAReasonInsteadOfAFigure() throws Exception {
    Results results =
        new Contest(Plan.QUICK).way("a", noted("a", 1)).without("b", "it is not there").run();

    assertThat(results.ratio("b", "a")).isEqualTo(Figure.none("it is not there"));
    assertThat(results.ratioOfFastest(List.of("b", "a"), "a")).isEqualTo(Figure.of(1));
    assertThat(results.callsTogether()).contains(List.of("b", "not run: it is not there"));
    assertThat(Goal.atLeast("b", results.rate("b"), 5, Units::rate).verdict())
        .isEqualTo("not run: it is not there");
  }

  @Test
  void wrongResultsFail() {
    assertThatThrownBy(() -> Turn.together(1, 9, () -> 8).take(NO_TIME))
        .hasMessage("wrong results");
  }

  @Test
  void goalsAreReachedOrMissedByAFactor() {
    assertThat(Goal.atMost("time", Figure.of(2_500), 1_000, Units::duration))
        .isEqualTo(new Goal("time", "2.50 µs", "≤ 1 µs", "missed, 2.50 ×"));
    assertThat(Goal.atLeast("rate", Figure.of(2e6), 10e6, Units::rate))
        .isEqualTo(new Goal("rate", "2 M/s", "≥ 10 M/s", "missed, 5 ×"));
    assertThat(Goal.atLeast("rate", Figure.of(12_345_678), 10e6, Units::rate))
        .isEqualTo(new Goal("rate", "12.3 M/s", "≥ 10 M/s", "reached"));
  }

  private Turn noted(String name, double... nanos) {
    int[] turns = {0};
    return atLeast -> {
      order.add(name);
      return Sample.of(nanos[turns[0]++ % nanos.length]);
    };
  }
}
