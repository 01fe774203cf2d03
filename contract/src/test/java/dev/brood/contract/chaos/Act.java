package dev.brood.contract.chaos;

import static dev.brood.contract.chaos.Verdict.CANCELLED;
import static dev.brood.contract.chaos.Verdict.DEADLINE;
import static dev.brood.contract.chaos.Verdict.EXCEPTION;
import static dev.brood.contract.chaos.Verdict.EXECUTION_TIMEOUT;
import static dev.brood.contract.chaos.Verdict.QUEUE_TIMEOUT;
import static dev.brood.contract.chaos.Verdict.REJECTED;
import static dev.brood.contract.chaos.Verdict.UNENCODABLE;
import static dev.brood.contract.chaos.Verdict.UNTOLD;
import static dev.brood.contract.chaos.Verdict.VALUE;
import static dev.brood.contract.chaos.Verdict.WITHDRAWN;

import dev.brood.Attempt;
import dev.brood.Call;
import dev.brood.CallInterruptedException;
import dev.brood.CallOptions;
import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WorkerStartException;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a caller does in its turn. It makes calls, waits for them, and takes every one to the
 * ledger, saying what may become of it. Another kind of trouble is another constant.
 */
enum Act {
  CALL(30) {
    @Override
    void play(Scene scene) {
      int number = scene.ledger().take(1);
      try {
        scene.value(number, scene.pool().call(scene.call(number, Way.WELL)), VALUE);
      } catch (CompletionException e) {
        scene.ledger().settle(number, scene.judge(number, e), false);
      }
    }
  },

  TASKS(20) {
    @Override
    void play(Scene scene) throws InterruptedException {
      new Batch(scene, scene.upTo(50), CallOptions.none()).settle(VALUE);
    }
  },

  THROW(5) {
    @Override
    void play(Scene scene) throws InterruptedException {
      one(scene, Way.THROW, CallOptions.none(), EXCEPTION);
    }
  },

  OUT_OF_MEMORY(1) {
    @Override
    void play(Scene scene) throws InterruptedException {
      one(scene, Way.OUT_OF_MEMORY, CallOptions.none(), EXCEPTION);
    }
  },

  STACK_OVERFLOW(1) {
    @Override
    void play(Scene scene) throws InterruptedException {
      one(scene, Way.OVERFLOW, CallOptions.none(), EXCEPTION);
    }
  },

  EXIT(1) {
    @Override
    void play(Scene scene) throws InterruptedException {
      one(scene, Way.EXIT, CallOptions.none());
    }
  },

  HALT(1) {
    @Override
    void play(Scene scene) throws InterruptedException {
      one(scene, Way.HALT, CallOptions.none());
    }
  },

  SEGMENTATION_FAULT(1) {
    @Override
    void play(Scene scene) throws InterruptedException {
      one(scene, Way.SEGMENTATION_FAULT, CallOptions.none());
    }
  },

  PROGRAM_LEFT(1) {
    @Override
    void play(Scene scene) throws InterruptedException {
      one(scene, Way.LEAVE_A_PROGRAM, CallOptions.none());
    }
  },

  ENDLESS_LOOP(1) {
    @Override
    void play(Scene scene) throws InterruptedException {
      one(scene, Way.SPIN, CallOptions.none().timeout(scene.millisUpTo(100)), EXECUTION_TIMEOUT);
    }
  },

  TIMEOUT(2) {
    @Override
    void play(Scene scene) throws InterruptedException {
      one(scene, Way.LAST, CallOptions.none().timeout(scene.millisUpTo(100)), EXECUTION_TIMEOUT);
    }
  },

  DEADLINE_EXCEEDED(2) {
    @Override
    void play(Scene scene) throws InterruptedException {
      one(scene, Way.LAST, CallOptions.none().deadline(scene.millisUpTo(200)), DEADLINE);
    }
  },

  QUEUE_TIMEOUTS(2) {
    @Override
    void play(Scene scene) throws InterruptedException {
      CallOptions options = CallOptions.none().queueTimeout(scene.millisUpTo(10));
      new Batch(scene, scene.upTo(20), options).settle(VALUE, QUEUE_TIMEOUT);
    }
  },

  /** A worker that does not even notice that it is to end. */
  STOPPED_WORKER(1) {
    @Override
    void play(Scene scene) throws InterruptedException {
      int number = scene.ledger().take(1);
      CallOptions options = CallOptions.none().timeout(Duration.ofMillis(300));
      Task<Long> task = scene.pool().submit(scene.call(number, Way.LAST).with(options));
      scene.awaitBegun(number, task);
      long worker = scene.ledger().process(number);
      if (!task.isDone()) {
        Killer.signal("STOP", worker);
      }
      scene.settle(number, task, EXECUTION_TIMEOUT);
      task.stopped().join();
      if (worker != 0) {
        Killer.signal("CONT", worker); // if it was stopped too late, when its call had ended
      }
    }
  },

  CANCEL_RUNNING(3) {
    @Override
    void play(Scene scene) throws InterruptedException {
      int number = scene.ledger().take(1);
      Way way = scene.random().nextBoolean() ? Way.LAST : Way.SPIN;
      Task<Long> task = scene.pool().submit(scene.call(number, way));
      scene.awaitBegun(number, task);
      task.cancel(true);
      scene.settle(number, task, CANCELLED);
      task.stopped().join();
    }
  },

  CANCEL_QUEUED(3) {
    @Override
    void play(Scene scene) throws InterruptedException {
      Batch batch = new Batch(scene, scene.upTo(20), CallOptions.none());
      List<Task<Long>> shuffled = new ArrayList<>(batch.tasks());
      Collections.shuffle(shuffled, scene.random());
      shuffled.forEach(task -> task.cancel(true));
      batch.settle(VALUE, CANCELLED);
      batch.tasks().forEach(task -> task.stopped().join());
    }
  },

  WITHDRAW(4) {
    @Override
    void play(Scene scene) throws InterruptedException {
      Batch batch = new Batch(scene, scene.upTo(30), CallOptions.none());
      List<Task<Long>> tasks = batch.tasks();
      for (int i = tasks.size() - 1; i >= 0; i--) {
        int number = batch.first() + i;
        if (!tasks.get(i).withdraw()) {
          scene.settle(number, tasks.get(i), VALUE);
        } else if (tasks.get(i).isCancelled()) {
          scene.ledger().settle(number, WITHDRAWN, false);
        } else {
          throw new AssertionError("call " + number + " is withdrawn, but not cancelled");
        }
      }
      tasks.forEach(task -> task.stopped().join());
    }
  },

  INTERRUPTED_CALLER(1) {
    @Override
    void play(Scene scene) {
      int number = scene.ledger().take(1);
      Threads.Running<Long> caller =
          Threads.start(() -> scene.pool().call(scene.call(number, Way.LAST)));
      Await.until(() -> scene.ledger().begun(number) > 0 || !caller.thread().isAlive());
      caller.thread().interrupt();
      Throwable failure = Await.failure(caller.result());
      scene
          .ledger()
          .settle(
              number,
              failure instanceof CallInterruptedException
                  ? CANCELLED
                  : scene.judge(number, failure),
              false);
    }
  },

  LARGE(3) {
    @Override
    void play(Scene scene) throws InterruptedException {
      int number = scene.ledger().take(1);
      byte[] load = Errands.load(number, scene.upTo(2 << 20));
      Call<byte[]> call = ErrandsParallel.carry(scene.ledger().book(), number, load);
      try {
        boolean blocking = scene.random().nextBoolean();
        byte[] back = blocking ? scene.pool().call(call) : scene.pool().submit(call).get();
        if (!Arrays.equals(load, back)) {
          throw new AssertionError("call " + number + " has other bytes");
        }
        scene.value(number, Errands.answer(number), VALUE);
      } catch (CompletionException | ExecutionException e) {
        scene.ledger().settle(number, scene.judge(number, e), false);
      }
    }
  },

  UNENCODABLE_RESULT(3) {
    @Override
    void play(Scene scene) {
      int number = scene.ledger().take(1);
      Throwable failure =
          scene
              .pool()
              .submit(ErrandsParallel.refuse(scene.ledger().book(), number))
              .handle((value, thrown) -> thrown)
              .join();
      scene.ledger().settle(number, scene.judge(number, failure, UNENCODABLE), false);
    }
  },

  NESTED(4) {
    @Override
    void play(Scene scene) throws InterruptedException {
      int count = scene.upTo(8);
      int number = scene.ledger().take(1 + count);
      try {
        long sum =
            scene
                .pool()
                .submit(ErrandsParallel.sumBehind(scene.ledger().book(), number, count))
                .get();
        if (sum != sum(number + 1, count)) {
          throw new AssertionError("call " + number + " has the wrong sum " + sum);
        }
        for (int i = 0; i <= count; i++) {
          scene.value(number + i, Errands.answer(number + i), VALUE);
        }
      } catch (ExecutionException e) {
        scene.ledger().settle(number, scene.judge(number, e, EXCEPTION), false);
        for (int i = 1; i <= count; i++) {
          scene.ledger().settle(number + i, UNTOLD, false);
        }
      }
    }
  },

  RETRY(4) {
    @Override
    void play(Scene scene) throws InterruptedException {
      again(scene, Way.HALT, CallOptions.none().retries(8));
    }
  },

  RETRY_AFTER_TIMEOUT(1) {
    @Override
    void play(Scene scene) throws InterruptedException {
      CallOptions options = CallOptions.none().timeout(Duration.ofMillis(200)).retries(8);
      again(scene, Way.SPIN, options, EXECUTION_TIMEOUT);
    }
  },

  MAP(6) {
    @Override
    void play(Scene scene) {
      Sequence calls = new Sequence(scene, scene.upTo(500));
      try {
        IntStream inputs = IntStream.range(0, calls.count());
        scene.pool().map(inputs, calls::describe).forEach(calls::value);
      } catch (CompletionException e) {
        calls.fail(e);
      }
      calls.end();
    }
  },

  OUTCOMES(6) {
    @Override
    void play(Scene scene) {
      int count = scene.upTo(500);
      int first = scene.ledger().take(count);
      Way trouble = scene.random().nextBoolean() ? Way.HALT : Way.THROW;
      int seldom = 20 + scene.upTo(300);
      List<Outcome<Long>> outcomes =
          scene
              .pool()
              .outcomes(
                  Calls.of(
                      IntStream.range(first, first + count),
                      n -> scene.call(n, n % seldom == 0 ? trouble : Way.WELL)));
      for (int i = 0; i < count; i++) {
        int number = first + i;
        Verdict good = number % seldom == 0 ? EXCEPTION : VALUE;
        if (outcomes.get(i) instanceof Outcome.Success<Long> success) {
          scene.value(number, success.value(), good);
        } else {
          Verdict verdict = scene.judge(number, outcomes.get(i).failure(), good);
          scene.ledger().settle(number, verdict, false);
        }
      }
    }
  },

  STREAM(4) {
    @Override
    void play(Scene scene) {
      Sequence calls = new Sequence(scene, scene.upTo(500));
      IntStream inputs = IntStream.range(0, calls.count());
      consume(scene, calls, scene.pool().stream(inputs, calls::describe));
    }
  },

  STREAM_AS_COMPLETED(4) {
    @Override
    void play(Scene scene) {
      Sequence calls = new Sequence(scene, scene.upTo(500));
      IntStream inputs = IntStream.range(0, calls.count());
      consume(scene, calls, scene.pool().streamAsCompleted(inputs, calls::describe));
    }
  },

  MAP_REDUCE(3) {
    @Override
    void play(Scene scene) {
      Sequence calls = new Sequence(scene, scene.upTo(500));
      IntStream inputs = IntStream.range(0, calls.count());
      try {
        long sum =
            scene
                .pool()
                .mapReduce(Calls.of(inputs, calls::describe), ErrandsParallel::add)
                .orElseThrow();
        if (sum != sum(calls.first(), calls.count())) {
          throw new AssertionError("the sum from call " + calls.first() + " is wrong: " + sum);
        }
        for (int i = 0; i < calls.count(); i++) {
          calls.value(Errands.answer(calls.first() + i));
        }
      } catch (CompletionException e) {
        calls.fail(e);
      }
      calls.end();
    }
  },

  /** One that ends at any moment. */
  SECOND_POOL(1) {
    @Override
    void play(Scene scene) throws InterruptedException {
      Pool second;
      try {
        second = scene.settings().workers(scene.upTo(2)).maxQueuedCalls(20).start();
      } catch (WorkerStartException e) {
        return; // a worker was killed before it was ready
      }
      try (second) {
        Scene there = new Scene(second, scene.settings(), scene.ledger(), scene.random());
        long moment = TimeUnit.MICROSECONDS.toNanos(scene.upTo(20_000));
        int count = scene.upTo(40);
        int first = scene.ledger().take(count);
        Threads.Running<List<Call<?>>> end = Threads.start(() -> endAfter(second, moment));
        List<Call<Long>> calls =
            IntStream.range(first, first + count)
                .mapToObj(number -> scene.call(number, Way.WELL))
                .toList();
        List<Task<Long>> tasks = calls.stream().map(second::submit).toList();
        Set<Call<?>> notBegun = Collections.newSetFromMap(new IdentityHashMap<>());
        notBegun.addAll(Await.value(end.result()));
        for (int i = 0; i < count; i++) {
          if (notBegun.contains(calls.get(i))) {
            Throwable failure = tasks.get(i).handle((value, thrown) -> thrown).join();
            if (!(failure instanceof CancellationException)) {
              throw new AssertionError("call " + (first + i) + " had not begun", failure);
            }
            scene.ledger().settle(first + i, WITHDRAWN, false);
          } else {
            there.settle(first + i, tasks.get(i), VALUE, CANCELLED, REJECTED);
          }
        }
      }
    }
  };

  private final int weight;

  Act(int weight) {
    this.weight = weight;
  }

  /** How often it comes, beside the others. */
  int weight() {
    return weight;
  }

  /** Makes calls and takes all of them to the ledger. */
  abstract void play(Scene scene) throws InterruptedException;

  private static void one(Scene scene, Way way, CallOptions options, Verdict... possible)
      throws InterruptedException {
    int number = scene.ledger().take(1);
    scene.settle(number, scene.pool().submit(scene.call(number, way).with(options)), possible);
  }

  /** A call that goes wrong the first time. */
  private static void again(Scene scene, Way first, CallOptions options, Verdict... possible)
      throws InterruptedException {
    int number = scene.ledger().take(1);
    Task<Long> task = scene.pool().submit(scene.repeatable(number, first).with(options));
    try {
      scene.ledger().value(number, task.get(), true);
    } catch (ExecutionException e) {
      scene.ledger().settle(number, scene.judge(number, e, possible), true);
    }
    List<Attempt> attempts = task.attempts();
    if (scene.ledger().begun(number) > attempts.size()) {
      throw new AssertionError("call " + number + " began more often than told: " + attempts);
    }
  }

  /** Takes some results, or all that come. */
  private static void consume(Scene scene, Sequence calls, Stream<Long> results) {
    int wanted = scene.upTo(2 * calls.count());
    try (results) {
      Iterator<Long> each = results.iterator();
      while (wanted-- > 0 && each.hasNext()) {
        calls.value(each.next());
      }
    } catch (CompletionException e) {
      calls.fail(e);
    }
    calls.end();
  }

  private static List<Call<?>> endAfter(Pool pool, long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos);
    if (nanos % 2 == 0) {
      return pool.shutdownNow();
    }
    pool.close();
    return List.of();
  }

  private static long sum(int first, int count) {
    return IntStream.range(first, first + count).mapToLong(Errands::answer).sum();
  }

  /** Good calls that were handed over together. */
  private record Batch(Scene scene, int first, List<Task<Long>> tasks) {
    Batch(Scene scene, int count, CallOptions options) {
      this(scene, scene.ledger().take(count), new ArrayList<>());
      for (int i = 0; i < count; i++) {
        tasks.add(scene.pool().submit(scene.call(first + i, Way.WELL).with(options)));
      }
    }

    void settle(Verdict... possible) throws InterruptedException {
      for (int i = 0; i < tasks.size(); i++) {
        scene.settle(first + i, tasks.get(i), possible);
      }
    }
  }
}
