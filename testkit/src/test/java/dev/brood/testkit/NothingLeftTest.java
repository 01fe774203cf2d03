package dev.brood.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What outlives its pool is seen, and nobody else's. */
@ExtendWith(NoLeaks.class)
class NothingLeftTest {
  private final NothingLeft watch = new NothingLeft(Duration.ZERO);

  @BeforeEach
  void begin() {
    Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/environ")));
    watch.launcherSessionOpened(null);
  }

  /** A process that is no child of this one, and has the mark of a worker. */
  private static ProcessHandle orphan(long maker) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", "sleep 1000 > /dev/null 2>&1 & echo $!");
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("BROOD_WORKER", "/" + maker + "-test-1/");
    Process shell = builder.start();
    long pid = Long.parseLong(shell.inputReader().readLine());
    Await.value(shell.onExit());
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    Processes.awaitEnd(process);
  }

  /** What is said of what is left, if anything is. */
  private String report() {
    return String.valueOf(catchThrowable(() -> watch.launcherSessionClosed(null)));
  }

  private static String words(ProcessHandle process) {
    return "process " + process.pid() + " ";
  }

  @Test
  void aProcessIsReportedWhoseMakerHasDied() throws IOException {
    Process maker = new ProcessBuilder("true").start();
    Await.value(maker.onExit());
    ProcessHandle orphan = orphan(maker.pid());
    try {
      assertThat(report()).contains("AssertionError", words(orphan));
    } finally {
      kill(orphan);
    }
    assertThat(report()).doesNotContain(words(orphan));
  }

  @Test
  void aProcessIsNotReportedWhoseMakerLives() throws IOException {
    Process maker = new ProcessBuilder("sleep", "1000").start();
    try {
      ProcessHandle orphan = orphan(maker.pid());
      try {
        assertThat(report()).doesNotContain(words(orphan));
      } finally {
        kill(orphan);
      }
    } finally {
      maker.destroyForcibly();
      Await.value(maker.onExit());
    }
  }

  @Test
  void aChildIsReportedAsLongAsItLives() throws IOException {
    Process child = new ProcessBuilder("sleep", "1000").start();
    try {
      assertThat(report()).contains("AssertionError", words(child.toHandle()));
    } finally {
      child.destroyForcibly();
      Await.value(child.onExit());
    }
    assertThat(report()).doesNotContain(words(child.toHandle()));
  }
}
