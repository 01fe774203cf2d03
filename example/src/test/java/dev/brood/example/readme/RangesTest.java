package dev.brood.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.junit.BroodTest;
import org.junit.jupiter.api.Test;

// region junit
@BroodTest(workers = 2)
class RangesTest {
  @Test
  void countsWithinRange(Pool pool) { // one for the whole class
    RangesParallel.Blocking ranges = RangesParallel.blocking(pool);

    assertThat(ranges.howManyWithinRange(new int[] {3, 4, 8, 9}, 4, 8)).isEqualTo(2);
  }
}
// endregion
