package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The asynchronous proxy: the same parameters, a future back. */
class AsyncTest {

  @ForEachKind
  @Row("A3")
  void aTaskGivesTheResult(Kind kind) throws Exception {
    try (Pool pool = kind.start(1)) {
      Task<Integer> task = WorkParallel.on(pool).linear(2, 3, 4);
      assertThat(task.get()).isEqualTo(10);
      assertThat(task.get(1, TimeUnit.SECONDS)).isEqualTo(10);
      assertThat(task).isDone().isNotCancelled();
      assertThat(task.isCompletedExceptionally()).isFalse();
    }
  }

  @ForEachKind
  @Row("A3")
  void aTaskGivesTheFailure(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Task<Integer> task = WorkParallel.on(pool).fail("declared", "no luck");
      assertThatThrownBy(task::get)
          .isExactlyInstanceOf(ExecutionException.class)
          .cause()
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("no luck");
      assertThat(task).isDone().isCompletedExceptionally();
      assertThat(task.isCancelled()).isFalse();
    }
  }

  @ForEachKind
  @Row("A3")
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "an inline task is complete when it is handed out, so nobody ever waits for it")
  void aLimitOfGetEndsTheWaitAndNothingElse(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> task = WorkParallel.on(pool).pass(gate.port(), 8);
      gate.awaitVisitor();
      assertThatThrownBy(() -> task.get(1, TimeUnit.MILLISECONDS))
          .isExactlyInstanceOf(TimeoutException.class);
      assertThat(task).isNotDone();
      gate.open();
      assertThat(Await.value(task)).isEqualTo(8);
    }
  }

  @ForEachKind
  @Row("A3")
  void callbacksAreToldOfSuccessAndOfFailure(Kind kind) {
    try (Pool pool = kind.start(2)) {
      WorkParallel.Async work = WorkParallel.on(pool);
      CompletableFuture<String> success =
          work.linear(1, 1, 1).handle((value, failure) -> value + " " + failure);
      CompletableFuture<String> failure =
          work.fail("common", "bad").handle((value, e) -> value + " " + e.getMessage());
      assertThat(Await.value(success)).isEqualTo("2 null");
      assertThat(Await.value(failure)).isEqualTo("null bad");
    }
  }

  @ForEachKind
  @Row("A3")
  void argumentsAreASnapshot(Kind kind) {
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      if (kind == Kind.INLINE) {
        gate.open();
      }
      Task<Integer> before = WorkParallel.on(pool).pass(gate.port(), 1);
      byte[] bytes = {1, 2, 3};
      Task<byte[]> echo = WorkParallel.on(pool).echo(bytes);
      bytes[0] = 99; // the worker is busy: the call has surely not begun
      gate.open();
      assertThat(Await.value(before)).isEqualTo(1);
      assertThat(Await.value(echo)).containsExactly(1, 2, 3).isNotSameAs(bytes);
    }
  }

  /** The one difference of an inline pool: there is no time before the outcome. */
  @ForEachKind
  @Row("A3")
  @Row("A16")
  @OnlyFor(value = Kind.INLINE, because = "only an inline task is complete when it is handed out")
  void anInlineTaskIsComplete(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Task<Integer> task = pool.submit(WorkParallel.square(3));
      assertThat(task).isCompletedWithValue(9);
      assertThat(task.cancel(true)).isFalse();
      assertThat(task.withdraw()).isFalse();
      assertThat(task.complete(1)).isFalse();
      Await.value(task.stopped());
    }
  }
}
