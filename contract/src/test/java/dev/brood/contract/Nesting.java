package dev.brood.contract;

import dev.brood.CallContext;
import dev.brood.Calls;
import dev.brood.Parallel;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.Tasks;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Calls that make calls. */
final class Nesting {
  private Nesting() {}

  @Parallel
  static int sumOfSquares(int below) {
    return Pool.current().map(IntStream.range(0, below), WorkParallel::square).stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  @Parallel
  static int sumOfTwo(int one, int other) {
    Task<Integer> first = WorkParallel.on(Pool.current()).square(one);
    Task<Integer> second = WorkParallel.on(Pool.current()).square(other);
    CompletableFuture.allOf(first, second).join();
    return first.join() + second.join();
  }

  @Parallel
  static int fibonacci(int n) {
    if (n < 2) {
      return n;
    }
    Task<Integer> one = NestingParallel.on(Pool.current()).fibonacci(n - 1);
    Task<Integer> other = NestingParallel.on(Pool.current()).fibonacci(n - 2);
    return one.join() + other.join();
  }

  /** Goes so many levels down, and tells what it finds there. */
  @Parallel
  static int depth(int further) {
    return further == 0
        ? CallContext.current().orElseThrow().depth()
        : NestingParallel.blocking(Pool.current()).depth(further - 1);
  }

  /** Has another call wait at a gate. */
  @Parallel
  static int pass(int port, int number) {
    return Pool.current().call(WorkParallel.pass(port, number));
  }

  /** Leaves a call behind that waits at a gate, and goes when that has begun. */
  @Parallel
  static int leave(int port, int number, int ownPort) throws IOException {
    Task<Integer> left = Pool.current().submit(WorkParallel.pass(port, number));
    Gate.pass(ownPort, 0);
    return left.isDone() ? 1 : 0;
  }

  /** Milliseconds that this call has left, and one that it makes; −1 for no deadline. */
  @Parallel
  static long[] remaining(boolean nested) {
    long own =
        CallContext.current().orElseThrow().remaining().map(left -> left.toMillis()).orElse(-1L);
    long its = nested ? NestingParallel.blocking(Pool.current()).remaining(false)[0] : own;
    return new long[] {own, its};
  }

  @Parallel
  static int closeItsPool() {
    Pool.current().close();
    return Pool.current().call(WorkParallel.square(4));
  }

  /** A pool within a worker. */
  @Parallel
  static int withAPoolOfItsOwn(int x) {
    try (Pool pool = Pool.start(1)) {
      return pool.call(WorkParallel.square(x));
    }
  }

  /** The sum of the squares, combined in workers. */
  @Parallel
  static int reducedSquares(int below) {
    return Pool.current()
        .mapReduce(Calls.of(IntStream.range(0, below), WorkParallel::square), NestingParallel::add)
        .orElseThrow();
  }

  @Parallel
  static int add(int one, int other) {
    return one + other;
  }

  /**
   * Has so many diaries written, each by a call of its own, and drops them until all are closed.
   */
  @Parallel
  static int useAndDropDiaries(int count, Path file) throws IOException {
    for (int i = 0; i < count; i++) {
      DiaryParallel.blocking(Pool.current(), new DiaryParallel.Instance(file.toString()))
          .entry("used");
    }
    Await.collected(
        () -> {
          int unused = Pool.current().call(WorkParallel.square(1)); // it is in use
          return Diary.closed(file) == count;
        });
    return count;
  }

  /**
   * Has a call wait at a gate, and submits a thousand others behind it, with so many bytes each.
   * Tells how many were taken before the first that was not, and why that was not.
   */
  @Parallel
  static String submitBehindAGate(int port, int bytes) throws InterruptedException {
    List<Task<?>> tasks = new ArrayList<>();
    tasks.add(Pool.current().submit(WorkParallel.pass(port, 0)));
    for (int i = 0; i < 1_000; i++) {
      tasks.add(Pool.current().submit(WorkParallel.echo(new byte[bytes])));
    }
    Tasks.Waited<Task<?>> waited = Tasks.await(tasks, Tasks.Until.FIRST_FAILED);
    Task<?> first = tasks.stream().filter(waited.done()::contains).findFirst().orElseThrow();
    return tasks.indexOf(first) + " " + first.handle((x, failure) -> failure).join();
  }

  /** A short call that makes a short call. */
  @Parallel
  static int squareThere(int x) {
    return Pool.current().call(WorkParallel.square(x));
  }
}
