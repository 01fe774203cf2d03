package dev.brood.internal.process;

import java.io.File;
import java.io.IOException;
import java.lang.module.ResolvedModule;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of a worker. What is long or of no interest to an operator stands in a file of
 * arguments; what {@code ps} shows is the main class, the pool's name and the worker's.
 *
 * @param pool the pool's name
 * @param worker the worker's name in its pool
 * @param workers how many workers share this machine's processors and memory
 * @param generation how many JVMs are above it: 1 if its parent is no worker itself
 * @param jvmArguments the user's own, which come last and so prevail
 * @param rehearsal whether it serves nobody: it takes second place to everything else, and what it
 *     prints is of no interest
 */
public record WorkerCommand(
    String pool,
    String worker,
    int workers,
    int generation,
    List<String> jvmArguments,
    boolean rehearsal) {
  private static final Module OWN_MODULE = WorkerCommand.class.getModule();
  private static final String MAIN = "dev.brood.internal.child.WorkerMain";

  private static final String REFLECTION = "jdk.reflect.useNativeAccessorOnly";

  /** The JVMs of a pool together get at most this share of memory for their heaps. */
  private static final double HEAP_SHARE = 50.0;

  /**
   * Writes the file of arguments and returns the command.
   *
   * @param argumentFile does not exist yet
   */
  List<String> write(Path argumentFile) throws IOException {
    Files.write(
        argumentFile,
        options().stream().map(WorkerCommand::quoted).toList(),
        Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.add("@" + argumentFile);
    if (OWN_MODULE.isNamed()) {
      command.add("-m");
      command.add(OWN_MODULE.getName() + "/" + MAIN);
    } else {
      command.add(MAIN);
    }
    command.add(pool);
    command.add(worker);
    return command;
  }

  /** The launcher of the JDK that runs this very process. */
  static Path java() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new IOException(
          "there is no "
              + java
              + " to start a worker with: does this run-time image lack its"
              + " launcher, or has the JDK been replaced while this process was running?");
    }
    return java;
  }

  private List<String> options() throws IOException {
    List<String> options = new ArrayList<>();
    // A worker runs one call at a time, so it needs no threads to collect its garbage. A JVM that
    // is
    // told to use two collectors does not start.
    if (!JvmArguments.chooseCollector(jvmArguments)) {
      options.add("-XX:+UseSerialGC");
    }
    // The processors and the memory are shared with its siblings.
    int processors = Runtime.getRuntime().availableProcessors();
    options.add("-XX:ActiveProcessorCount=" + Math.max(1, processors / workers));
    options.add("-XX:MaxRAMPercentage=" + HEAP_SHARE / workers);
    // A worker that is killed would leave its file of performance data behind.
    options.add("-XX:-UsePerfData");
    // Lets a worker end within milliseconds although its thread is in a counted loop.
    options.add("-XX:+UseCountedLoopSafepoints");
    options.add("-XX:LoopStripMiningIter=1000");
    if (Runtime.version().feature() >= 22) {
      // Method handles for the first reflective call of a JVM take longer than all else that a
      // worker does until its first answer. Who says otherwise here says so for workers, too.
      options.add("-D" + REFLECTION + "=" + System.getProperty(REFLECTION, "true"));
    }
    options.add("-Dbrood.workers=" + workers);
    options.add("-Dbrood.generation=" + generation);
    String archives = System.getProperty(Archive.SWITCH);
    if (archives != null) {
      options.add("-D" + Archive.SWITCH + "=" + archives);
    }
    options.add("-Djava.awt.headless=" + System.getProperty("java.awt.headless", "true"));
    options.addAll(OWN_MODULE.isNamed() ? modulePath() : List.of());
    String classPath = String.join(File.pathSeparator, ClassPath.entries());
    if (!classPath.isEmpty()) {
      options.add("-cp");
      options.add(classPath);
    }
    Archive archive = Archive.of(jvmArguments);
    if (archive != null) {
      options.addAll(archive.options());
    }
    options.addAll(jvmArguments);
    return options;
  }

  /** The parent's module path, and all modules that the parent has from there. */
  private static List<String> modulePath() {
    String modules =
        ModuleLayer.boot().configuration().modules().stream()
            .map(ResolvedModule::reference)
            .filter(m -> m.location().filter(l -> !"jrt".equals(l.getScheme())).isPresent())
            .map(m -> m.descriptor().name())
            .sorted()
            .collect(Collectors.joining(","));
    String path =
        Stream.of(System.getProperty("jdk.module.path", "").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(ClassPath::absolute)
            .collect(Collectors.joining(File.pathSeparator));
    return List.of("-p", path, "--add-modules", modules);
  }

  /** As the launcher reads it in a file of arguments. */
  private static String quoted(String argument) {
    return argument
        .codePoints()
        .mapToObj(
            c ->
                switch (c) {
                  case '\\', '"' -> "\\" + (char) c;
                  case '\n' -> "\\n";
                  case '\r' -> "\\r";
                  default -> Character.toString(c);
                })
        .collect(Collectors.joining("", "\"", "\""));
  }
}
