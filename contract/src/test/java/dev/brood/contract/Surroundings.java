package dev.brood.contract;

import dev.brood.Parallel;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;

/** Changes everything around a call that can be changed. */
final class Surroundings {
  private static final ThreadLocal<String> LEFT = new ThreadLocal<>();

  private Surroundings() {}

  /** What a call finds. */
  record Found(
      boolean interrupted,
      boolean ownClassLoader,
      String threadName,
      int priority,
      String threadLocal,
      String zone,
      String locale,
      boolean handler) {}

  private static final class Handler implements UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
      // As if nothing had happened.
    }
  }

  @Parallel
  static Found look() {
    Thread self = Thread.currentThread();
    return new Found(
        self.isInterrupted(),
        Objects.equals(self.getContextClassLoader(), Surroundings.class.getClassLoader()),
        self.getName(),
        self.getPriority(),
        String.valueOf(LEFT.get()),
        TimeZone.getDefault().getID(),
        Locale.getDefault().toLanguageTag(),
        Thread.getDefaultUncaughtExceptionHandler() instanceof Handler);
  }

  /** What concerns the thread. */
  @Parallel
  static void spoilThread() {
    Thread self = Thread.currentThread();
    self.setContextClassLoader(null);
    self.setName("spoilt");
    self.setPriority(Thread.MIN_PRIORITY);
    LEFT.set("left");
    self.interrupt();
  }

  /** What concerns the whole process. */
  @Parallel
  static void spoilProcess() {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    Thread.setDefaultUncaughtExceptionHandler(new Handler());
  }
}
