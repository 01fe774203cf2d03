package dev.brood.internal.pool;

import dev.brood.internal.call.Invoker;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** Runs each job at once on the thread that submits it. */
final class InlineEngine implements Engine {
  private static final StackTraceElement HERE =
      new StackTraceElement("brood.inline", "run", null, -1);

  private volatile boolean closed;

  @Override
  public void submit(List<? extends Job> jobs) {
    if (closed) {
      throw new RejectedExecutionException("the inline pool is closed");
    }
    for (Job job : jobs) {
      job.settle(
          Answer.of(
              Invoker.invoke(job.call().entryPoints(), job.call().index(), job.arguments()), HERE));
    }
  }

  @Override
  public boolean withdraw(Job job) {
    return false; // it has run before anybody could ask
  }

  @Override
  public void cancel(List<? extends Job> jobs) {
    jobs.forEach(Job::abandon);
  }

  @Override
  public void close() {
    closed = true;
  }
}
