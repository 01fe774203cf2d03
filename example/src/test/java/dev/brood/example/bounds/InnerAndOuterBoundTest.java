package dev.brood.example.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brood.Pool;
import dev.brood.example.Printed;
import dev.brood.example.bounds.InnerAndOuterBound.Result;
import org.junit.jupiter.api.Test;

class InnerAndOuterBoundTest {
  /** Of 3x + 2y on x² / 4 + y² ≤ 1, by Cauchy and Schwarz. */
  private static final double ANSWER = Math.sqrt(40);

  private static final double ROUNDING = 1e-12;

  private final Printed out = new Printed();

  @Test
  void enclosesTheAnswerInline() throws Exception {
    try (Pool pool = Pool.inline()) {
      assertThatItConverges(InnerAndOuterBound.run(pool, out.stream()));
    }
  }

  @Test
  void enclosesTheAnswerInWorkers() throws Exception {
    try (Pool pool = Pool.start(2)) {
      assertThatItConverges(InnerAndOuterBound.run(pool, out.stream()));
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void neverPassesTheAnswer() {
    Inner inner = Bounds.firstInner();
    Outer outer = Bounds.firstOuter();
    for (int round = 0; round < 30; round++) {
      Inner nextInner = Bounds.tightenInner(inner, outer.corner());
      Outer nextOuter = Bounds.tightenOuter(outer);

      assertThat(nextInner.bound()).isBetween(inner.bound(), ANSWER + ROUNDING);
      assertThat(nextOuter.bound()).isBetween(ANSWER - ROUNDING, outer.bound());
      inner = nextInner;
      outer = nextOuter;
    }
    assertThat(inner.bound()).isCloseTo(ANSWER, within(1e-9));
    assertThat(outer.bound()).isCloseTo(ANSWER, within(1e-9));
  }

  private void assertThatItConverges(Result result) {
    assertThat(result.gap()).isBetween(0.0, 1e-4);
    assertThat(result.rounds()).isBetween(2, 1000);
    assertThat(result.inner().bound()).isLessThanOrEqualTo(ANSWER + ROUNDING);
    assertThat(result.outer().bound()).isGreaterThanOrEqualTo(ANSWER - ROUNDING);

    double[] best = result.inner().best();
    assertThat(Bounds.value(best[0], best[1])).isEqualTo(result.inner().bound());
    assertThat(Bounds.reach(best[0], best[1])).isLessThanOrEqualTo(1);
    assertThat(result.inner().points()).hasSize(result.rounds() + 1);
    assertThat(result.outer().polygon()).hasSizeGreaterThan(4);
    assertThat(out.lines()).hasSize(1 + result.rounds() + 1);
  }
}
