package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.Row;

/** The same calls, in another place. */
class KindsTest {

  @ForEachKind
  @Row("A16")
  void oneCallRunsWhereItsPoolSays(Kind kind) {
    var pid = WorkParallel.pid();
    var thread = WorkParallel.thread();
    try (Pool pool = kind.start(1)) {
      long here = ProcessHandle.current().pid();
      if (kind == Kind.CHILD_JVMS) {
        assertThat(pool.call(pid)).isNotEqualTo(here);
      } else {
        assertThat(pool.call(pid)).isEqualTo(here);
      }
      if (kind == Kind.INLINE) {
        assertThat(pool.call(thread)).isEqualTo(Work.thread());
      } else {
        assertThat(pool.call(thread)).isNotEqualTo(Work.thread());
      }
    }
  }

  @ForEachKind
  @Row("A16")
  void argumentsAreCopiedEverywhere(Kind kind) {
    byte[] bytes = {1, 2, 3};
    try (Pool pool = kind.start(1)) {
      byte[] echo = pool.call(WorkParallel.echo(bytes));
      assertThat(echo).isEqualTo(bytes).isNotSameAs(bytes);
    }
  }
}
