package dev.brood.internal.pool;

import dev.brood.testkit.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An engine that holds jobs until they are answered, by the test or by threads of its own. */
final class HoldingEngine implements Engine {
  final List<Job> cancelled = new CopyOnWriteArrayList<>();

  /** Sees each job that is submitted. */
  volatile Consumer<Job> onSubmit = job -> {};

  private final BlockingQueue<Job> held = new LinkedBlockingQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;
  private final int together;
  private volatile int size = 2;

  HoldingEngine() {
    this(1);
  }

  HoldingEngine(int together) {
    this.together = together;
  }

  /** Waits for the next jobs. */
  List<Job> take(int count) {
    List<Job> taken = new ArrayList<>();
    try {
      while (taken.size() < count) {
        Job job = held.poll(Await.SECONDS, TimeUnit.SECONDS);
        if (job == null) {
          throw new AssertionError("only " + taken.size() + " jobs came");
        }
        taken.add(job);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("a hang", e);
    }
    return taken;
  }

  /** The jobs that are there. */
  List<Job> takeAll() {
    List<Job> taken = new ArrayList<>();
    held.drainTo(taken);
    return taken;
  }

  void answer(Job job) {
    answered.incrementAndGet();
    Jobs.run(job);
  }

  /** How many jobs have been answered, or are about to be. */
  int answered() {
    return answered.get();
  }

  /** From now on, threads answer whatever comes. */
  void answerOnThreads(int count) {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(this::answerAll, "answers " + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void answerAll() {
    try {
      while (!closed) {
        answer(held.take());
      }
    } catch (InterruptedException e) {
      // The end.
    }
  }

  @Override
  public void submit(List<? extends Job> jobs) {
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    jobs.forEach(onSubmit);
    held.addAll(jobs);
  }

  @Override
  public boolean withdraw(Job job) {
    return held.remove(job);
  }

  @Override
  public void cancel(List<? extends Job> jobs) {
    jobs.forEach(Job::abandon);
    cancelled.addAll(jobs);
  }

  @Override
  public int together() {
    return together;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void resize(int workers) {
    size = workers;
  }

  @Override
  public void shutdown() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }

  @Override
  public List<Job> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return closed;
  }

  @Override
  public boolean awaitTermination(long nanos) {
    return closed;
  }
}
