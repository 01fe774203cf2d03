package dev.brood.example.readme;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.DeadlineExceededException;
import dev.brood.ExecutionTimeoutException;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.Tasks;
import dev.brood.WorkerStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the README shows of limits, of several tasks, and of pools. */
class ReadmePoolsTest {
  /** A worker that gets no time on a busy machine does not tell its stack; but not for ever. */
  private static final int TRIES = 20;

  @TempDir Path folder;

  private final List<Object> reports = new ArrayList<>();

  private void report(Object what) {
    reports.add(what);
  }

  @AfterEach
  void noWorkerIsLeft() {
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void limits() {
    try (Pool pool = Pool.start(1)) {
      solve(pool, 1);
      solve(pool, Solver.ENDLESS);
      for (int i = 1; i < TRIES && reports.get(2) == null; i++) {
        reports.subList(1, 3).clear();
        solve(pool, Solver.ENDLESS);
      }
      solve(pool, 2);
    }
    assertThat(reports).hasSize(4).startsWith(2, Duration.ofSeconds(1)).endsWith(3);
    assertThat(((WorkerStack) reports.get(2)).getStackTrace())
        .anyMatch(frame -> frame.toString().contains("Solver.solve(Solver.java:"));
  }

  private void solve(Pool pool, int problem) {
    // region limits
    CallOptions limits =
        CallOptions.none()
            .timeout(Duration.ofSeconds(1)) // each attempt, from its start in a worker
            .queueTimeout(Duration.ofSeconds(20)) // the wait for a worker
            .deadline(Duration.ofSeconds(60)) // all of it, from the submission to the answer
            .retries(0); // only methods that are idempotent may have more

    SolverParallel.Blocking solver = SolverParallel.blocking(pool, limits); // for all calls, or
    Call<Integer> call = SolverParallel.solve(problem).with(limits); // for a single one
    try {
      report(solver.solve(problem));
    } catch (ExecutionTimeoutException e) {
      report(e.limit());
      report(e.getCause()); // the worker's stack: what it was doing
    }
    // endregion
    assertThat(call.options()).isEqualTo(limits);
  }

  @Test
  void severalTasks() throws Exception {
    try (Pool pool = Pool.start(2)) {
      // region tasks
      SolverParallel.Async solver = SolverParallel.on(pool);
      List<Task<Integer>> tasks = List.of(solver.solve(1), solver.solve(2), solver.solve(3));

      Tasks.asCompleted(tasks).forEach(task -> report(task.join())); // whichever is first
      Tasks.Waited<Task<Integer>> waited =
          Tasks.await(tasks, Tasks.Until.FIRST_FAILED, Duration.ofSeconds(10));
      report(waited.done().size() + " are done, " + waited.pending().size() + " are not");
      // endregion
    }
    assertThat(reports).containsExactlyInAnyOrder(2, 3, 4, "3 are done, 0 are not");
  }

  @Test
  void cancelling() {
    try (Pool pool = Pool.start(1)) {
      // region cancel
      Task<Integer> running = SolverParallel.on(pool).solve(42); // never ends by itself
      Task<Integer> next = SolverParallel.on(pool).solve(1); // waits in the queue

      boolean notBegun = next.withdraw(); // true: it has not begun, and never will
      running.cancel(true); // interrupts it, and kills its worker if that is of no use
      running.stopped().join(); // nothing of it goes on any more
      // endregion
      assertThat(notBegun).isTrue();
      assertThat(next).isCancelled();
      assertThat(running).isCancelled();
      assertThat(SolverParallel.blocking(pool).solve(1)).isEqualTo(2);
    }
  }

  @Test
  void callsOfCalls() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("a/b/c"));
    Files.writeString(deep.resolve("five"), "12345");
    Files.writeString(folder.resolve("three"), "123");
    try (Pool pool = Pool.start(1)) {
      assertThat(FoldersParallel.blocking(pool).bytesIn(folder)).isEqualTo(8);
    }
  }

  @Test
  void context() {
    try (Pool pool = Pool.start(1)) {
      RequestContext.REQUEST.set("4711");
      try {
        assertThat(RequestsParallel.blocking(pool).request()).isEqualTo("for 4711");
      } finally {
        RequestContext.REQUEST.remove();
      }
      assertThat(RequestsParallel.blocking(pool).request()).isEqualTo("for null");
    }
  }

  @Test
  void threads() {
    // region threads
    try (Pool pool = Pool.threads(50)) { // threads of this JVM: for waiting, not for crashing
      pool.forEach(IntStream.range(0, 100), i -> SolverParallel.sleep(10));
    }
    // endregion
  }

  @Test
  void settings() {
    // region builder
    Pool.Builder settings =
        Pool.builder()
            .name("solvers")
            .workers(8)
            .minWorkers(1) // the other seven start when there is work for them,
            .idleTimeout(Duration.ofMinutes(1)) // and end after a minute without any
            .recycleAfterCalls(10_000) // workers that leak are replaced
            .recycleAboveMemory(2L << 30)
            .jvmArguments("-Xmx1g");

    try (Pool pool = settings.start()) {
      report(SolverParallel.blocking(pool).solve(1));
      pool.resize(4);
    }
    // endregion
    assertThat(reports).containsExactly(2);
  }

  @Test
  void theEnd() throws Exception {
    Pool pool = Pool.start(1);
    Task<Integer> task =
        pool.submit(
            SolverParallel.solve(Solver.ENDLESS)
                .with(CallOptions.none().deadline(Duration.ofSeconds(1))));
    Task<Integer> next = SolverParallel.on(pool).solve(1);
    // region end
    pool.shutdown(); // no further calls; those that were taken are answered
    if (!pool.awaitTermination(10, SECONDS)) {
      List<Call<?>> notBegun = pool.shutdownNow(); // the others are cancelled
      report(notBegun);
    }
    // endregion
    assertThat(pool.isTerminated()).isTrue();
    assertThat(reports).isEmpty();
    assertThat(task).isCompletedExceptionally();
    assertThat(task.handle((value, failure) -> failure).join())
        .isInstanceOf(DeadlineExceededException.class);
    assertThat(next).isCompletedWithValue(2);
  }
}
