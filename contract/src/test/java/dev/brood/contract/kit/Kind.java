package dev.brood.contract.kit;

import dev.brood.Pool;

/** Where a pool runs its calls. */
public enum Kind {
  /** In processes of their own. */
  CHILD_JVMS {
    @Override
    public Pool start(Pool.Builder settings) {
      return settings.start();
    }
  },
  /** On threads of this JVM. */
  THREADS {
    @Override
    public Pool start(Pool.Builder settings) {
      return settings.startThreads();
    }
  },
  /** On the thread that makes the call. It has no settings. */
  INLINE {
    @Override
    public Pool start(Pool.Builder settings) {
      return Pool.inline();
    }
  };

  /** Starts a pool. */
  public abstract Pool start(Pool.Builder settings);

  /** Starts a pool that runs so many calls at the same time. */
  public Pool start(int workers) {
    return start(Pool.builder().workers(workers));
  }
}
