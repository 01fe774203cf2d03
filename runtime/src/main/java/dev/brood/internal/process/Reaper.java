package dev.brood.internal.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends what this JVM leaves behind when it is killed and that does not end by itself: a worker that
 * is stopped, which notices nothing, and the programs that workers have started, which know nothing
 * of it. It is a small shell, one for all pools of this JVM. It waits for the end of its standard
 * input, which the operating system closes when this JVM ends, however it does; then it kills
 * whoever carries the {@linkplain ProcessTree#ofThisJvm mark} of this JVM, and ends.
 *
 * <p>The mark stands in the environment of a process, so no list of numbers has to be kept, in
 * which a number could come to mean another process. Only Linux tells environments; elsewhere, and
 * where there is no shell, there is no reaper.
 *
 * <p>It is there as long as this JVM has workers, and the last of them does not count as ended
 * before it has gone. It has a session of its own, so that neither the terminal nor who signals a
 * whole group reaches it, and none of this JVM's streams, so that nobody waits for their ends. Who
 * kills it takes a safety net away and nothing else; the next worker brings another one.
 */
final class Reaper {
  /** What {@code ps} shows, before the mark. */
  static final String NAME = "brood-reaper";

  private static final Path SHELL = Path.of("/bin/sh");
  private static final Path ENVIRONMENT = Path.of("/proc/self/environ");
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private static final String VARIABLE = "BROOD_REAPER";

  /** Some that are found may be starting others; and a kill takes a moment. */
  private static final String SCRIPT =
      """
      trap '' HUP INT QUIT TERM PIPE USR1 USR2 TSTP TTIN TTOU
      cd /
      while read -r nothing; do :; done
      for round in 1 2 3 4 5 6 7 8 9 10; do
        found=
        for file in $(grep -lsF -e "$1" /proc/[0-9]*/environ); do
          pid=${file#/proc/}
          kill -s KILL "${pid%/environ}" && found=yes
        done
        [ "$found" ] || exit 0
      done
      """;

  /** A process that was told to end by force does so; if the system is in trouble, later. */
  private static final long PATIENCE_SECONDS = 5;

  private static final Set<Object> WORKERS = Collections.newSetFromMap(new IdentityHashMap<>());

  private static @Nullable Process shell;

  private Reaper() {}

  /** There is a worker, which is to be reaped if this JVM is killed. */
  static synchronized void watch(Object worker) {
    WORKERS.add(worker);
    if (shell == null || !shell.toHandle().isAlive()) { // the process itself learns of it later
      shell = start();
    }
  }

  /** A worker has ended, with all that belonged to it, if it was there at all. */
  static synchronized void forget(Object worker) {
    if (!WORKERS.remove(worker) || !WORKERS.isEmpty() || shell == null) {
      return;
    }
    shell.destroyForcibly(); // its input must not end, since that would mean something else
    boolean interrupted = false;
    try {
      boolean unused = shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    shell = null;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Process start() {
    if (!Files.isExecutable(SHELL) || !Files.isReadable(ENVIRONMENT)) {
      return null;
    }
    List<String> command = new ArrayList<>();
    SETSID.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(s -> command.add(s.toString()));
    command.addAll(
        List.of(
            SHELL.toString(), "-c", "eval \"$" + VARIABLE + "\"", NAME, ProcessTree.ofThisJvm()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "");
    environment.clear(); // what concerns the user's programs does not concern this one
    environment.put("PATH", path + ":/usr/bin:/bin");
    environment.put(VARIABLE, SCRIPT);
    try {
      SpareFiles.check();
      return builder.start();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      System.getLogger(Reaper.class.getName())
          .log(Level.DEBUG, "workers that are stopped would outlive this JVM if it were killed", e);
      return null;
    }
  }
}
