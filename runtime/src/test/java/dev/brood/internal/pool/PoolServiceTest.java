package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.ServiceException;
import dev.brood.WorkerCrashedException;
import dev.brood.testkit.Await;
import dev.brood.testkit.CapturedStreams;
import dev.brood.testkit.ChoresParallel;
import dev.brood.testkit.Desk;
import dev.brood.testkit.NoLeaks;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Objects that live in workers. */
@ExtendWith({NoLeaks.class, CapturedStreams.class})
class PoolServiceTest {

  @Test
  void eachWorkerHasOneObjectAndClosesItAtTheEnd(CapturedStreams.Output output) {
    try (Pool pool = Pool.start(1)) {
      Desk.Instance desk = new Desk.Instance(100);
      Desk.Instance other = new Desk.Instance(100);
      assertThat(pool.call(Desk.next(desk))).isEqualTo(100);
      assertThat(pool.call(Desk.next(desk))).isEqualTo(101);
      assertThat(pool.call(Desk.next(other))).isEqualTo(100);
    }
    assertThat(output.out().lines())
        .containsExactly(
            "[" + name(output) + " worker-1] desk 100 closed after 1",
            "[" + name(output) + " worker-1] desk 100 closed after 2");
  }

  private static String name(CapturedStreams.Output output) {
    String out = output.out();
    return out.substring(1, out.indexOf(' '));
  }

  @Test
  void aReplacementBuildsItsOwn() {
    try (Pool pool = Pool.start(1)) {
      Desk.Instance desk = new Desk.Instance(5);
      assertThat(pool.call(Desk.next(desk))).isEqualTo(5);
      assertThat(pool.call(Desk.next(desk))).isEqualTo(6);
      assertThat(Await.failure(pool.submit(ChoresParallel.halt(1))))
          .isInstanceOf(WorkerCrashedException.class);
      assertThat(pool.call(Desk.next(desk))).isEqualTo(5);
    }
  }

  @Test
  void aConstructorThatFailsFailsEveryCallAndThePoolServesOn() {
    try (Pool pool = Pool.start(1)) {
      Desk.Instance broken = new Desk.Instance(-1);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> pool.call(Desk.next(broken)))
            .cause()
            .isExactlyInstanceOf(ServiceException.class)
            .hasCauseExactlyInstanceOf(IOException.class);
      }
      assertThat(pool.call(Desk.next(new Desk.Instance(1)))).isEqualTo(1);
    }
  }
}
