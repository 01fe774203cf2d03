package dev.brood.testkit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Proves after each test that nothing of its pools is left: no child process from the very moment
 * when {@code close} has returned, no file in the temporary folder, no thread that moved data.
 */
public final class NoLeaks implements BeforeEachCallback, AfterEachCallback {
  private static final String TEMPORARY = "java.io.tmpdir";

  /** Also the keepers of tests that leave tasks of no pool unanswered. */
  private static final List<String> LASTING = List.of("callback", "life line", "test keeper");

  private String before = "";
  private Path temporary = Path.of("");

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    before = System.getProperty(TEMPORARY);
    temporary = Files.createTempDirectory("t");
    System.setProperty(TEMPORARY, temporary.toString());
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    System.setProperty(TEMPORARY, before);
    List<ProcessHandle> children = children();
    children.forEach(ProcessHandle::destroyForcibly); // for the sake of the next test
    if (context.getExecutionException().isEmpty()) {
      if (!children.isEmpty()) {
        throw new AssertionError("left behind: " + children.stream().map(NoLeaks::words).toList());
      }
      expectNoFiles();
      threads().forEach(Await::end);
    }
  }

  private void expectNoFiles() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      List<Path> left = files.toList();
      if (!left.isEmpty()) {
        throw new AssertionError("left behind: " + left);
      }
    }
    Files.delete(temporary);
    expectNoSharedFiles(ProcessHandle.current().pid());
  }

  /** No folder of a process is left where workers and their pools meet. */
  public static void expectNoSharedFiles(long pid) throws IOException {
    Path memory = Path.of("/dev/shm");
    if (Files.isDirectory(memory)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(memory, "brood-" + pid + "-*")) {
        for (Path folder : left) {
          throw new AssertionError("left behind: " + folder);
        }
      }
    }
  }

  /** The processes that this one has started and that live. */
  public static List<ProcessHandle> children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  /** Those of them that are workers; what looks after those is none. */
  public static List<ProcessHandle> workers() {
    return Processes.workers(ProcessHandle.current());
  }

  private static String words(ProcessHandle process) {
    return process.pid() + " " + process.info().commandLine().orElse("?");
  }

  /** The threads of pools that end with them. */
  public static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("brood "))
        .filter(thread -> LASTING.stream().noneMatch(thread.getName()::contains))
        .toList();
  }
}
