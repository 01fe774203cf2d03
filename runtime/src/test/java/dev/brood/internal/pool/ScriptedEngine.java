package dev.brood.internal.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;

/** An engine that does only what the test says. */
final class ScriptedEngine implements Engine {
  final List<Job> submitted = new ArrayList<>();
  final List<Job> cancelled = new CopyOnWriteArrayList<>();
  boolean queued;
  boolean closed;

  /** Runs a job as a worker would, and settles it. */
  void run(Job job) {
    Jobs.run(job);
  }

  @Override
  public void submit(List<? extends Job> jobs) {
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    submitted.addAll(jobs);
  }

  @Override
  public boolean withdraw(Job job) {
    return queued;
  }

  @Override
  public void cancel(List<? extends Job> jobs) {
    jobs.forEach(Job::abandon);
    cancelled.addAll(jobs);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void resize(int workers) {}

  @Override
  public void shutdown() {
    closed = true;
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
