package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.fixtures.StarterMain;
import dev.brood.internal.process.PrivateDirectory;
import dev.brood.testkit.Await;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Processes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is killed while it starts a pool leaves nothing that the next one does not sweep. */
@ExtendWith(NoLeaks.class)
class StartDeathTest {
  private static final int ROUNDS = 30;

  /** Longer than a start takes on a quiet machine. */
  private static final int LONGEST_DELAY_MILLIS = 300;

  private static final String SESSION = "/usr/bin/setsid";

  private static Process starter(String mark) throws IOException {
    List<String> command = new ArrayList<>(List.of(SESSION));
    if (Processes.ignores(ProcessHandle.current(), 1)) { // as where the tests are not to hang up
      command.addAll(List.of("/usr/bin/env", "--default-signal=HUP"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            StarterMain.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("BROOD_TEST", mark);
    return builder.start();
  }

  private static List<Path> folders(long pid) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path parent : PrivateDirectory.parents()) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, "brood-" + pid + "-*")) {
        left.forEach(folders::add);
      }
    }
    return folders;
  }

  /** Not by an event, which would always be the same moment. */
  private static void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  /** At whatever moment it ends in order: then it cleans up by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "HUP"})
  void nothingIsLeftIfTheParentEndsInOrder(String signal) throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of(SESSION)));
    Assumptions.assumeTrue(Processes.environmentsAreTold());
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS / 3; round++) {
      long delay = random.nextLong(TimeUnit.MILLISECONDS.toNanos(LONGEST_DELAY_MILLIS));
      String what = "seed " + seed + ", round " + round + ", ended after " + delay + " ns";
      String mark = "/" + seed + "-" + round + "/";
      Process starter = starter(mark);
      try {
        assertThat(starter.inputReader().readLine()).isEqualTo("starting");
        pause(delay);
        Processes.signal(signal, starter.pid());
        Await.value(starter.onExit());
        Await.until(() -> Processes.carrying("BROOD_TEST=" + mark).isEmpty());
        assertThat(folders(starter.pid())).isEmpty();
      } catch (AssertionError e) {
        throw new AssertionError(what + ": " + Processes.carrying("BROOD_TEST=" + mark), e);
      } finally {
        Processes.carrying("BROOD_TEST=" + mark).forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"the parent", "its group"})
  void nothingIsLeftBeyondTheNextSweep(String killed) throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of(SESSION)));
    Assumptions.assumeTrue(Processes.environmentsAreTold());
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int swept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long delay = random.nextLong(TimeUnit.MILLISECONDS.toNanos(LONGEST_DELAY_MILLIS));
      String what = "seed " + seed + ", round " + round + ", killed after " + delay + " ns";
      String mark = "/" + seed + "-" + round + "/";
      Process starter = starter(mark);
      try {
        assertThat(starter.inputReader().readLine()).isEqualTo("starting");
        pause(delay);
        Processes.signal("KILL", killed.equals("its group") ? -starter.pid() : starter.pid());
        Await.value(starter.onExit());
        Await.until(() -> Processes.carrying("BROOD_TEST=" + mark).isEmpty());
      } catch (AssertionError e) {
        throw new AssertionError(what + ": " + Processes.carrying("BROOD_TEST=" + mark), e);
      } finally {
        Processes.carrying("BROOD_TEST=" + mark).forEach(ProcessHandle::destroyForcibly);
      }
      List<Path> left = folders(starter.pid());
      for (Path folder : left) {
        Instant old = Instant.now().minus(Duration.ofHours(1));
        Files.setLastModifiedTime(folder, FileTime.from(old)); // or it might be in use
        swept++;
      }
      PrivateDirectory.sweep();
      assertThat(folders(starter.pid())).as(what).isEmpty();
    }
    System.out.printf(
        "%d rounds of killing %s, seed %d: %d folders were left to be swept%n",
        ROUNDS, killed, seed, swept);
  }
}
