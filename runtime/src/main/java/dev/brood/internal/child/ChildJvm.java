package dev.brood.internal.child;

import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.Tables;
import dev.brood.internal.pool.Pools;
import dev.brood.internal.worker.Environment;
import dev.brood.internal.worker.Uplink;
import dev.brood.wire.EntryPoints;

/**
 * A worker that has this JVM for itself.
 *
 * @param lifeLine is let go when the worker leaves
 */
record ChildJvm(String worker, LifeLine lifeLine) implements Environment {
  private static final int FAILED = 1;

  @Override
  public EntryPoints table(Frame introduction) {
    return Tables.load(introduction, ChildJvm.class.getClassLoader());
  }

  @Override
  public boolean isProcess() {
    return true;
  }

  @Override
  public void leave() {
    lifeLine.release();
  }

  @Override
  public void abort(Throwable reason) {
    try {
      reason.printStackTrace();
    } finally {
      Runtime.getRuntime().halt(FAILED);
    }
  }

  @Override
  public Inner inner(Uplink uplink) {
    return Pools.inner(worker, uplink);
  }
}
