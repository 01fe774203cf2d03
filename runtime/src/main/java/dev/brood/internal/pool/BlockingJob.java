package dev.brood.internal.pool;

import dev.brood.CallInterruptedException;
import dev.brood.internal.call.Outcome;
import dev.brood.wire.WireCall;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A job whose submitter waits for the answer. */
final class BlockingJob<R extends @Nullable Object> extends Job {
  private final WireCall<R> call;
  private final Thread waiter = Thread.currentThread();
  private volatile @Nullable Answer answer;

  /** The waiter sleeps, or is about to. */
  private volatile boolean asleep;

  BlockingJob(WireCall<R> call) {
    super(call);
    this.call = call;
  }

  @Override
  WireCall<R> call() {
    return call;
  }

  @Override
  void publish(Answer answer) {
    this.answer = answer;
    if (asleep) {
      LockSupport.unpark(waiter);
    }
  }

  /**
   * Waits for the answer and opens it.
   *
   * @throws CallInterruptedException if this thread is interrupted; the job is cancelled then
   */
  Outcome<R> await(Engine engine) {
    engine.collectWhile(this, () -> answer == null);
    Answer arrived = answer;
    return arrived != null ? arrived.open(call) : sleep(engine).open(call);
  }

  private Answer sleep(Engine engine) {
    asleep = true;
    Answer arrived;
    while ((arrived = answer) == null) {
      if (Thread.interrupted()) {
        engine.cancel(List.of(this));
        Thread.currentThread().interrupt();
        throw new CallInterruptedException(
            "interrupted while waiting for " + call.method() + "; the call is cancelled", null);
      }
      LockSupport.park(this);
    }
    return arrived;
  }
}
