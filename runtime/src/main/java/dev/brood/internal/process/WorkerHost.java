package dev.brood.internal.process;

import java.util.concurrent.CompletableFuture;

/** What a worker lives in, as its pool sees it: a process, or a thread of this one. Thread-safe. */
public interface WorkerHost {

  /** The pool's and the worker's name, such as {@code pool-1 worker-2}. */
  String name();

  /** Whether the worker has a process for itself. */
  boolean ownsProcess();

  /** The process id; that of this process for a thread. */
  long pid();

  /** The name and the process id, for messages. */
  default String description() {
    return name() + " (pid " + pid() + ")";
  }

  /** A stack frame that stands for the worker. */
  StackTraceElement frame();

  /** Completed when the worker has ended, however it does. */
  CompletableFuture<?> onExit();

  /** Ends the worker and all that it has started, at once and by force. Does not wait. */
  void kill();

  /**
   * Waits until the worker has ended, and kills it if it takes too long. Interrupts are kept for
   * later.
   *
   * @param patienceMillis how long it may take by itself
   */
  Ending awaitEnd(long patienceMillis);

  /** Lets a worker go that has been told to end. One that is not ending already ends at once. */
  void cutLifeLine();
}
