package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.contract.kit.Row;
import dev.brood.junit.BroodTest;
import dev.brood.junit.PoolMode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tests as users write them, with a pool for the class. */
class UsersTest {

  @Nested
  @BroodTest(workers = 1)
  class InAChild {
    @Test
    @Row("H1")
    void callsHaveAProcessOfTheirOwn(Pool pool) {
      assertThat(WorkParallel.blocking(pool).pid()).isNotEqualTo(ProcessHandle.current().pid());
    }
  }

  @Nested
  @BroodTest(workers = 1, mode = PoolMode.THREADS)
  class OnAThread {
    @Test
    @Row("H1")
    void callsStayInThisProcess(Pool pool) {
      assertThat(WorkParallel.blocking(pool).pid()).isEqualTo(ProcessHandle.current().pid());
      assertThat(WorkParallel.blocking(pool).thread()).isNotEqualTo(Work.thread());
    }
  }

  @Nested
  @BroodTest(mode = PoolMode.INLINE)
  class Inline {
    @Test
    @Row("H1")
    void callsStayOnThisThread(Pool pool) {
      assertThat(WorkParallel.blocking(pool).thread()).isEqualTo(Work.thread());
    }
  }
}
