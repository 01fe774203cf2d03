package dev.brood.internal.pool;

import dev.brood.internal.worker.Uplink;
import java.util.List;

/** The pool of threads as the calls of one of its workers see it. */
record ThreadInnerEngine(WorkerEngine engine, WorkerHandle worker, Uplink uplink)
    implements LentEngine {
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
}
