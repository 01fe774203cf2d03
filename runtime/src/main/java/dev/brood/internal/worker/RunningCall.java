package dev.brood.internal.worker;

import dev.brood.CallContext;
import dev.brood.Pool;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The call that a worker runs, as that call sees it. */
record RunningCall(Work work, Registry registry, String worker, Supplier<Pool> inner)
    implements CallContext {
  @Override
  public String method() {
    return registry.method(work.frame());
  }

  @Override
  public Pool pool() {
    return inner.get();
  }

  @Override
  public int depth() {
    return work.terms().depth();
  }

  @Override
  public Optional<Duration> remaining() {
    long since = System.nanoTime() - work.arrivedAt();
    return work.terms().options().deadline().map(left -> left.minusNanos(since));
  }
}
