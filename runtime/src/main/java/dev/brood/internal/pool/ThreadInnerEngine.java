package dev.brood.internal.pool;

import dev.brood.internal.worker.Uplink;
import java.util.List;

/** The pool of threads as the calls of one of its workers see it. */
record ThreadInnerEngine(WorkerEngine engine, WorkerHandle worker, Uplink uplink)
    implements Engine {
  @Override
  public void submit(List<? extends Job> jobs) {
    engine.submitInner(worker, uplink.running(), jobs);
  }

  @Override
  public boolean withdraw(Job job) {
    return engine.withdraw(job);
  }

  @Override
  public void cancel(List<? extends Job> jobs) {
    engine.cancel(jobs);
  }

  @Override
  public int size() {
    return engine.size();
  }

  @Override
  public void resize(int workers) {
    throw new UnsupportedOperationException("only who has started a pool changes its size");
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Job> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean awaitTermination(long nanos) {
    return false;
  }
}
