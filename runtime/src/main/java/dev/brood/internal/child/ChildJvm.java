package dev.brood.internal.child;

import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.Tables;
import dev.brood.internal.pool.Pools;
import dev.brood.internal.worker.Environment;
import dev.brood.internal.worker.Uplink;
import dev.brood.wire.EntryPoints;

/** A worker that has this JVM for itself. */
record ChildJvm(String worker) implements Environment {
  @Override
  public EntryPoints table(Frame introduction) {
    return Tables.load(introduction, ChildJvm.class.getClassLoader());
  }

  @Override
  public boolean isProcess() {
    return true;
  }

  @Override
  public Inner inner(Uplink uplink) {
    return Pools.inner(worker, uplink);
  }
}
