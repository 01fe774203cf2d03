package dev.brood.internal.pool;

import dev.brood.internal.process.PrivateDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends workers when this JVM ends: in order, and quietly. That is how a Ctrl-C ends a program,
 * whose exit code then is 130; a second Ctrl-C ends it at once.
 */
final class ExitHook {
  private static final Set<WorkerEngine> ENGINES = ConcurrentHashMap.newKeySet();

  private static final int INTERRUPTED = 130;

  /** Long enough for a JVM that waits for nothing else to be gone. */
  private static final long LATE_MILLIS = 500;

  private static @Nullable Thread hook;

  private ExitHook() {}

  /** The engine's workers end with this JVM, if not before. */
  static synchronized void endWithJvm(WorkerEngine engine) {
    ENGINES.add(engine);
    if (hook == null) {
      Thread thread = new Thread(ExitHook::run, "brood exit hook");
      try {
        Runtime.getRuntime().addShutdownHook(thread);
        hook = thread;
      } catch (IllegalStateException e) {
        PrivateDirectory.deleteAll(); // the JVM is ending already: no worker can be started
      }
    }
  }

  /** The engine has ended. */
  static void forget(WorkerEngine engine) {
    ENGINES.remove(engine);
  }

  private static void run() {
    try {
      endAll();
    } finally {
      PrivateDirectory.deleteAll();
    }
    // If the JVM is still there after a while, another hook may be waiting for a call.
    Thread late = new Thread(ExitHook::answerRest, "brood exit late");
    late.setDaemon(true);
    try {
      late.start();
    } catch (OutOfMemoryError e) { // there is no room for it
      answerRest();
    }
  }

  private static void answerRest() {
    try {
      TimeUnit.MILLISECONDS.sleep(LATE_MILLIS);
    } catch (InterruptedException e) {
      // All the sooner.
    }
    ENGINES.forEach(WorkerEngine::answerRest);
  }

  private static void endAll() {
    List<Thread> ends = new ArrayList<>();
    for (WorkerEngine engine : ENGINES) {
      Thread thread = new Thread(engine::exit, "brood exit");
      thread.setDaemon(true);
      try {
        thread.start();
        ends.add(thread);
      } catch (OutOfMemoryError e) { // there is no room for it
        engine.exit();
      }
    }
    for (Thread thread : ends) {
      while (thread.isAlive()) {
        try {
          thread.join(20);
        } catch (InterruptedException e) {
          return;
        }
        if (isInterruptedTwice()) {
          PrivateDirectory.deleteAll();
          Runtime.getRuntime().halt(INTERRUPTED);
        }
      }
    }
  }

  /** Each Ctrl-C has a thread of its own, which waits for the end of the first one's work. */
  private static boolean isInterruptedTwice() {
    return Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("SIGINT handler"))
            .count()
        > 1;
  }
}
