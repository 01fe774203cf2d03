package dev.brood.junit;

/** Where the calls of a test class run. */
public enum PoolMode {
  /** In processes of their own, as in production. */
  CHILD_JVMS,
  /** On threads of the test's JVM: quick to start, and breakpoints in calls are reached. */
  THREADS,
  /** On the thread that makes the call, one after the other: for stepping into a call. */
  INLINE
}
