package dev.brood.contract.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brood.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A control group with a limit, as a container has it. Of version 1, and if this user may. */
public final class ControlGroup implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Path folder;

  private ControlGroup(Path folder) {
    this.folder = folder;
  }

  /** Makes one; skips the test where this user may make none. */
  public static ControlGroup of(String resource) {
    Path groups = Path.of("/sys/fs/cgroup", resource);
    String name = "brood-test-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    Path folder = groups.resolve(name);
    assumeTrue(
        Files.isWritable(groups) && folder.toFile().mkdir(), "no control groups of our own here");
    return new ControlGroup(folder);
  }

  /** A file of it. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Sets a limit, or adds a process. */
  public void write(String file, long value) throws IOException {
    Files.writeString(file(file), Long.toString(value));
  }

  /** Takes it away when nobody is in it any more. */
  @Override
  public void close() {
    Await.until(() -> folder.toFile().delete());
  }
}
