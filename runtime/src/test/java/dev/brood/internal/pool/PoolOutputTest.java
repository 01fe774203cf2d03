package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.ChoresParallel;
import dev.brood.testkit.NoLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What workers print reaches the parent's streams, and disturbs nothing. */
@ExtendWith({NoLeaks.class, CapturedStreams.class})
class PoolOutputTest {
  @Test
  void linesReachTheParentsStreamsWithALabel(CapturedStreams.Output output) {
    try (Pool pool = Pool.builder().workers(1).name("prints").start()) {
      pool.call(ChoresParallel.print("one\ntwo\n", "three\n"));
      pool.call(ChoresParallel.print("without end", ""));
    }
    assertThat(output.out())
        .isEqualTo("[prints worker-1] one\n[prints worker-1] two\n[prints worker-1] without end\n");
    assertThat(output.err()).isEqualTo("[prints worker-1] three\n");
  }

  @Test
  void manyMegabytesThatAreNoTextDisturbNothing(CapturedStreams.Output output) {
    try (Pool pool = Pool.start(2)) {
      assertThat(pool.call(ChoresParallel.flood(64))).isEqualTo(64);
      assertThat(pool.call(ChoresParallel.square(3))).isEqualTo(9);
    }
    assertThat(output.out()).hasSizeGreaterThan(64 << 20);
    assertThat(output.err()).isEmpty();
  }

  @Test
  void aWorkerMayCloseItsStreamsAndReadsNothing(CapturedStreams.Output output) {
    try (Pool pool = Pool.start(1)) {
      assertThat(pool.call(ChoresParallel.closeStreams())).as("end of file").isEqualTo(-1);
      assertThat(pool.call(ChoresParallel.print("unseen", "unseen"))).isEqualTo(6);
      assertThat(pool.call(ChoresParallel.square(3))).isEqualTo(9);
    }
    assertThat(output.out()).isEmpty();
  }

  @Test
  void aPoolThatWorksPrintsNothingOfItsOwn(CapturedStreams.Output output) {
    try (Pool pool = Pool.start(2)) {
      pool.call(ChoresParallel.square(3));
    }
    assertThat(output.out()).isEmpty();
    assertThat(output.err()).isEmpty();
  }
}
