package dev.brood.internal.process;

import org.jspecify.annotations.Nullable;

/** Takes the lines that workers write. Thread-safe. */
public interface OutputSink {
  /** Nobody wants them. */
  OutputSink NOBODY =
      new OutputSink() {
        @Override
        public boolean offer(WorkerHost from, boolean error, @Nullable String call, byte[] line) {
          return true;
        }

        @Override
        public void end() {}

        @Override
        public void awaitEmpty(long millis) {}
      };

  /**
   * Takes a line. If there is no room for it, it waits a few milliseconds for some.
   *
   * @param error whether it comes from the standard error
   * @param call the method that was running when it was begun; null if that is not known
   * @param line is not changed any more
   * @return false if there is no room yet: it is to be offered again
   */
  boolean offer(WorkerHost from, boolean error, @Nullable String call, byte[] line);

  /** Nothing more will come. */
  void end();

  /**
   * Waits until all that was taken has been passed on, and its end if that has come, but not for
   * ever. Keeps interrupts.
   */
  void awaitEmpty(long millis);
}
