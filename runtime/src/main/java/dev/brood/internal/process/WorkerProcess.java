package dev.brood.internal.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A child JVM: its process, its life line and its output.
 *
 * <p>An end is judged by the operating system alone, never by the end of a stream: a grandchild may
 * hold that open. Thread-safe.
 */
public final class WorkerProcess implements WorkerHost {
  /** How long output may lag behind the end of the process, if a grandchild holds it open. */
  private static final long OUTPUT_LAG_MILLIS = 500;

  /** Workers that end sooner need no {@link Reaper}, and starts are not slower by one. */
  private static final long REAPER_DELAY_MILLIS = 500;

  private final WorkerCommand command;
  private final ProcessTree tree;
  private final Process process;
  private final Ringer ringer;
  private final CompletableFuture<Void> exit = new CompletableFuture<>();
  private final OutputSink output;
  private final OutputDrain stdout;
  private final OutputDrain stderr;
  private final Instant launched = Instant.now();

  /** How many processes the operating system had killed by then for want of memory. */
  private volatile long memoryKills = Long.MAX_VALUE;

  private WorkerProcess(
      WorkerCommand command, ProcessTree tree, Process process, OutputSink output, Runnable bell) {
    this.command = command;
    this.tree = tree;
    this.process = process;
    this.ringer = Ringer.of(process);
    this.output = output;
    stdout =
        OutputDrain.start(
            process.getInputStream(),
            (call, line) -> output.offer(this, false, call, line),
            name(),
            bell);
    stderr =
        OutputDrain.start(
            process.getErrorStream(),
            (call, line) -> output.offer(this, true, call, line),
            name(),
            () -> {});
    Thread waiter = new Thread(this::tellExit, "brood exit " + name());
    waiter.setDaemon(true);
    waiter.start();
  }

  /** The JDK would tell by the common pool, all of whose threads may be waiting for this worker. */
  private void tellExit() {
    attempt(() -> memoryKills = Machine.here().memoryKills());
    while (!exit.isDone()) {
      try {
        if (!process.waitFor(REAPER_DELAY_MILLIS, TimeUnit.MILLISECONDS)) {
          attempt(() -> Reaper.watch(this));
          process.waitFor();
        }
        exit.complete(null);
      } catch (InterruptedException e) {
        // By nobody who could know this thread; and it has nothing else to do.
      }
    }
  }

  /** The end is told, whatever becomes of this. */
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      // There is no memory, or no thread; it is no more than a help.
    }
  }

  /**
   * Starts a process; it is not known yet whether it will get as far as its main method.
   *
   * @param place takes the file of arguments, which is needed until the worker has started
   * @param invitation the lines that the worker finds on its standard input
   * @param output takes what it writes
   * @param bell called when the worker has rung, on a thread that nothing may hold up
   * @throws IOException if the operating system refuses
   */
  public static WorkerProcess start(
      WorkerCommand command,
      PrivateDirectory place,
      List<String> invitation,
      OutputSink output,
      Runnable bell)
      throws IOException {
    List<String> line = command.write(place.resolve("arguments"));
    ProcessBuilder builder = new ProcessBuilder();
    Map<String, String> environment = builder.environment();
    command.launch().change(environment);
    command.launch().directory().ifPresent(directory -> builder.directory(directory.toFile()));
    ProcessTree tree = ProcessTree.mark(environment);
    builder.command(shielded(command, line, environment));
    Process process;
    try {
      SpareFiles.check();
      process = builder.start();
    } catch (IOException e) {
      throw explained(e);
    } catch (OutOfMemoryError e) { // no thread that waits for it; but it has been started
      tree.killRest();
      throw new IOException("nothing could wait for the process: " + e, e);
    }
    WorkerProcess worker;
    try {
      worker = new WorkerProcess(command, tree, process, output, bell);
    } catch (RuntimeException | Error e) { // so a JVM tells that there can be no more threads
      tree.kill(process.toHandle());
      throw new IOException("nothing could look after the process: " + e, e);
    }
    worker.write(String.join("\n", invitation) + "\n");
    return worker;
  }

  /**
   * With a hint where one helps: a JVM has others started by a program of its JDK, which fits no
   * more, or is not there, once an update has put another JDK in its place.
   */
  static IOException explained(IOException failure) {
    String message = failure.getMessage();
    if (message == null
        || !(message.contains("jspawnhelper") || message.contains("posix_spawn failed"))) {
      return failure;
    }
    return new IOException(
        message
            + "; if the JDK has been replaced while this program was running, restart the program",
        failure);
  }

  private static List<String> shielded(
      WorkerCommand command, List<String> line, Map<String, String> environment) {
    if (command.rehearsal()) {
      return Shield.aroundInBackground(line, environment);
    }
    return JvmArguments.wantCores(command.launch())
        ? Shield.aroundWithCores(line, environment)
        : Shield.around(line, environment);
  }

  private void write(String text) {
    try {
      OutputStream stdin = process.getOutputStream();
      stdin.write(text.getBytes(StandardCharsets.UTF_8));
      stdin.flush();
    } catch (IOException e) {
      // The process has ended already; whoever waits for it will find out how.
    }
  }

  /** Wakes the worker where it sleeps. Never blocks, whatever the worker does. */
  public void ring() {
    ringer.ring();
  }

  @Override
  public String name() {
    return command.pool() + " " + command.worker();
  }

  @Override
  public boolean ownsProcess() {
    return true;
  }

  @Override
  public StackTraceElement frame() {
    return new StackTraceElement("brood." + command.pool(), command.worker(), "pid " + pid(), -1);
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public CompletableFuture<?> onExit() {
    return exit;
  }

  @Override
  public void kill() {
    tree.kill(process.toHandle());
  }

  @Override
  public Ending awaitEnd(long patienceMillis) {
    boolean interrupted = false;
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    boolean killed = false;
    while (true) {
      try {
        long patience = Math.max(0, deadline - System.nanoTime());
        exit.get(killed ? Long.MAX_VALUE : patience, TimeUnit.NANOSECONDS);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (TimeoutException e) {
        kill();
        killed = true;
      } catch (ExecutionException e) {
        throw new AssertionError("the end of a process cannot fail", e);
      }
    }
    tree.killRest();
    stdout.awaitEnd(OUTPUT_LAG_MILLIS);
    stderr.awaitEnd(OUTPUT_LAG_MILLIS);
    output.awaitEmpty(OUTPUT_LAG_MILLIS);
    cutLifeLine();
    Reaper.forget(this);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Ending ending =
        new Ending(
            process.exitValue(),
            stderr.lastLines(),
            stdout.lastLines(),
            null,
            Machine.here().memoryKills() > memoryKills);
    return ending.mayBeCrash() ? ending.with(report()) : ending;
  }

  private @Nullable CrashReport report() {
    Launch launch = command.launch();
    Path directory = launch.directory().orElseGet(() -> Path.of("").toAbsolutePath());
    return CrashReport.find(pid(), JvmArguments.all(launch), directory, launched);
  }

  /** Waits for the end of a worker that never greeted, and gives up an archive that may be why. */
  public Ending awaitFailedStart() {
    Ending ending = awaitEnd(0);
    Archive archive = ending.isCrash() ? Archive.of(command.launch()) : null;
    if (archive != null) {
      archive.blame();
    }
    return ending;
  }

  @Override
  public void cutLifeLine() {
    ringer.close();
  }
}
