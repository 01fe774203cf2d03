package dev.brood.internal.pool;

import dev.brood.internal.call.Invoker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;

/** An engine that does only what the test says. */
final class ScriptedEngine implements Engine {
  static final StackTraceElement WORKER = new StackTraceElement("brood", "script", null, -1);

  final List<Job> submitted = new ArrayList<>();
  final List<Job> cancelled = new CopyOnWriteArrayList<>();
  boolean queued;
  boolean closed;

  /** Runs a job as a worker would, and settles it. */
  void run(Job job) {
    job.settle(
        Answer.of(
            Invoker.invoke(job.call().entryPoints(), job.call().index(), job.arguments()), WORKER));
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
  public void close() {
    closed = true;
  }
}
