package dev.brood.internal.pool;

import dev.brood.internal.call.Invoker;
import dev.brood.internal.channel.Bodies;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An engine of threads that take jobs of several calls in any order, split them anywhere, answer
 * some of their calls and put the others back, and lose some calls.
 */
final class SplittingEngine implements Engine, AutoCloseable {
  private static final WorkerId WORKER =
      new WorkerId("test", 1, new StackTraceElement("brood", "test", null, -1));

  /** One in so many calls is lost; never if 0. */
  private final int losses;

  private final int together;
  private final Random random;
  private final List<Job> jobs = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger lost = new AtomicInteger();
  private final Set<Job> known = new HashSet<>();
  private final AtomicInteger twice = new AtomicInteger();
  private boolean closed;

  SplittingEngine(long seed, int together, int losses) {
    this.random = new Random(seed);
    this.together = together;
    this.losses = losses;
    for (int i = 0; i < 3; i++) {
      Thread thread = new Thread(this::work, "splits " + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** How many calls were lost. */
  int lost() {
    return lost.get();
  }

  private void work() {
    try {
      Job job;
      while ((job = take()) != null) {
        work(job);
      }
    } catch (InterruptedException e) {
      // The end.
    }
  }

  private synchronized @Nullable Job take() throws InterruptedException {
    while (jobs.isEmpty()) {
      if (closed) {
        return null;
      }
      wait();
    }
    Job job = jobs.remove(random.nextInt(jobs.size()));
    if (job.count() > 1 && random.nextBoolean()) {
      put(job.split(1 + random.nextInt(job.count() - 1)));
    }
    return job;
  }

  private synchronized void put(Job job) {
    jobs.add(job);
    notifyAll();
  }

  private synchronized int next(int bound) {
    return random.nextInt(bound);
  }

  private void work(Job job) {
    if (job.isSettled()) {
      return;
    }
    if (losses > 0 && next(losses) == 0) {
      if (job.count() > 1) {
        put(job.split(1));
      }
      lost.incrementAndGet();
      job.settle(Answer.lost(new IllegalStateException("lost by the engine")));
      return;
    }
    int calls = 1 + next(job.count());
    long size = job.size();
    Payload[] envelopes = envelopes(job, calls);
    job.advance(calls);
    boolean last = job.count() == 0;
    long bytes = size - (last ? 0 : job.size());
    job.receive(
        calls == 1
            ? new Reply(job, 1, bytes, last, Answer.of(envelopes[0], WORKER), null, 0, WORKER)
            : new Reply(job, calls, bytes, last, null, joined(envelopes), 0, WORKER));
    if (!last) {
      put(next(2) == 0 ? job : job.split(0)); // its worker has ended, or has gone on
    }
  }

  static Payload[] envelopes(Job job, int calls) {
    EntryPoints table = job.target().table().table();
    if (table == null) {
      throw new AssertionError("a table that is not there");
    }
    Bodies arguments = job.count() > 1 ? job.bodies() : null;
    Payload[] envelopes = new Payload[calls];
    for (int i = 0; i < calls; i++) {
      Payload own = arguments == null ? job.arguments() : arguments.body(i);
      envelopes[i] = Invoker.invoke(table, job.target().index(), own);
    }
    return envelopes;
  }

  static Bodies joined(Payload[] envelopes) {
    int[] ends = new int[envelopes.length];
    byte[] bytes = new byte[0];
    for (int i = 0; i < envelopes.length; i++) {
      byte[] one = envelopes[i].toByteArray();
      int begin = bytes.length;
      bytes = Arrays.copyOf(bytes, begin + one.length);
      System.arraycopy(one, 0, bytes, begin, one.length);
      ends[i] = bytes.length;
    }
    return Bodies.of(ends, bytes);
  }

  @Override
  public synchronized void submit(List<? extends Job> submitted) {
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    for (Job job : submitted) {
      if (!known.add(job)) {
        twice.incrementAndGet();
      }
    }
    jobs.addAll(submitted);
    notifyAll();
  }

  /** How many jobs were submitted that had been before. */
  int submittedTwice() {
    return twice.get();
  }

  @Override
  public boolean withdraw(Job job) {
    throw new AssertionError("nobody withdraws one of many calls");
  }

  @Override
  public void cancel(List<? extends Job> cancelled) {
    cancelled.forEach(Job::abandon);
  }

  @Override
  public int together() {
    return together;
  }

  @Override
  public int size() {
    return 3;
  }

  @Override
  public void resize(int workers) {
    throw new AssertionError("nobody resizes this");
  }

  @Override
  public void shutdown() {
    close();
  }

  @Override
  public List<Job> shutdownNow() {
    throw new AssertionError("nobody does that");
  }

  @Override
  public synchronized boolean isShutdown() {
    return closed;
  }

  @Override
  public boolean awaitTermination(long nanos) {
    return true;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError("a hang", e);
      }
    }
  }
}
