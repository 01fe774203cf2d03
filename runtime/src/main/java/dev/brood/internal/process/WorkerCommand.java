package dev.brood.internal.process;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.charset.CharacterCodingException;
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
 * @param launch what the user wants
 * @param rehearsal whether it serves nobody: it takes second place to everything else, and what it
 *     prints is of no interest
 */
public record WorkerCommand(
    String pool, String worker, int workers, int generation, Launch launch, boolean rehearsal) {
  private static final Module OWN_MODULE = WorkerCommand.class.getModule();
  private static final String MAIN = "dev.brood.internal.child.WorkerMain";

  private static final String REFLECTION = "jdk.reflect.useNativeAccessorOnly";

  /** The system chooses a port, on which nobody but this machine can connect; the JVM prints it. */
  private static final String DEBUGGER =
      "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0";

  /** The JVMs of a pool together get at most this share of memory for their heaps. */
  private static final double HEAP_SHARE = 50.0;

  /**
   * Writes the file of arguments and returns the command.
   *
   * @param argumentFile does not exist yet
   */
  List<String> write(Path argumentFile) throws IOException {
    Jdk jdk = Jdk.of(launch);
    ClassPath classPath = ClassPath.of(launch);
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    try {
      Files.write(
          argumentFile,
          options(jdk, classPath).stream().map(WorkerCommand::quoted).toList(),
          charset);
    } catch (CharacterCodingException e) {
      throw new IOException(
          "an option or a path has letters that the locale of this process does not know ("
              + charset
              + ")",
          e);
    }
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.add("@" + argumentFile);
    if (OWN_MODULE.isNamed()) {
      command.add("-m");
      command.add(OWN_MODULE.getName() + "/" + MAIN);
    } else {
      command.add(classPath.launcher() != null ? classPath.launcher() : MAIN);
    }
    command.add(pool);
    command.add(worker);
    return command;
  }

  private List<String> options(Jdk jdk, ClassPath classPath) throws IOException {
    List<String> options = new ArrayList<>();
    // A worker runs one call at a time, so it needs no threads to collect its garbage. A JVM that
    // is told to use two collectors does not start.
    if (!JvmArguments.chooseCollector(launch)) {
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
    if (jdk.feature() >= 22) {
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
    if (!rehearsal) {
      options.addAll(modules(jdk));
      options.addAll(CarriedOptions.get());
    }
    if (!classPath.entries().isEmpty()) {
      options.add("-cp");
      options.add(String.join(File.pathSeparator, classPath.entries()));
    }
    if (classPath.launcher() != null) {
      options.add("-Dloader.main=" + MAIN);
    }
    Archive archive = rehearsal ? null : Archive.of(launch);
    if (archive != null) {
      options.addAll(archive.options());
    }
    if (launch.debugging()) {
      options.add(DEBUGGER);
    }
    options.addAll(launch.jvmArguments());
    return options;
  }

  /** The parent's module path, and if Brood is a module all modules that the parent has. */
  private static List<String> modules(Jdk jdk) {
    List<String> options = new ArrayList<>();
    String path =
        Stream.of(System.getProperty("jdk.module.path", "").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(ClassPath::absolute)
            .collect(Collectors.joining(File.pathSeparator));
    if (!path.isEmpty()) {
      options.addAll(List.of("-p", path));
    }
    if (OWN_MODULE.isNamed()) {
      // Those that are linked into an image are missing in others, as the JDK's may be.
      options.add("--add-modules");
      options.add(
          ModuleLayer.boot().configuration().modules().stream()
              .map(ResolvedModule::reference)
              .filter(module -> jdk.isOwn() || !isInImage(module))
              .map(module -> module.descriptor().name())
              .sorted()
              .collect(Collectors.joining(",")));
    }
    return options;
  }

  private static boolean isInImage(ModuleReference module) {
    return module.location().filter(location -> !"jrt".equals(location.getScheme())).isEmpty();
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
