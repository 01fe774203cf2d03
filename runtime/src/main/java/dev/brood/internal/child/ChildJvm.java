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
  private static final long PRINTING_MILLIS = 500;

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
      // Not here: the stream belongs to user code, which may hold it up for ever.
      Thread printer = new Thread(reason::printStackTrace, "brood failure");
      printer.setDaemon(true);
      printer.start();
      printer.join(PRINTING_MILLIS);
    } catch (InterruptedException e) {
      // All the sooner.
    } finally {
      Runtime.getRuntime().halt(FAILED);
    }
  }

  @Override
  public Inner inner(Uplink uplink) {
    return Pools.inner(worker, uplink);
  }
}
