package dev.brood.testkit;

import dev.brood.Pool;
import java.io.File;
import java.util.List;

/** A program with a pool of one worker, for tests of what makes its start faster. */
public final class ArchiveMain {
  private ArchiveMain() {}

  /**
   * Calls the worker once.
   *
   * @param args {@code make} to wait until there is an archive that was not there before; then the
   *     worker's JVM arguments
   */
  public static void main(String[] args) {
    File folder = new File(System.getProperty("brood.archive"));
    boolean make = args.length > 0 && args[0].equals("make");
    String[] jvmArguments = make ? new String[0] : args;
    List<String> before = archives(folder);
    try (Pool pool = Pool.builder().workers(1).jvmArguments(jvmArguments).start()) {
      System.out.println("answer " + pool.call(ChoresParallel.square(3)));
      if (make) {
        Await.until(() -> !before.containsAll(archives(folder)));
      }
    }
    if (ProcessHandle.current().children().findAny().isPresent()) {
      System.out.println("a process is left");
    }
  }

  private static List<String> archives(File folder) {
    String[] names = folder.list((in, name) -> name.startsWith("brood-"));
    return names == null ? List.of() : List.of(names);
  }
}
