package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What it does when this JVM has gone, tests of programs tell; here is when it is there. */
@ExtendWith(NoLeaks.class)
class ReaperTest {
  private final Object one = new Object();
  private final Object other = new Object();

  @BeforeEach
  void onlyWhereThereAreEnvironments() {
    Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/environ")));
  }

  @AfterEach
  void forgetAll() {
    Reaper.forget(one);
    Reaper.forget(other);
  }

  private static ProcessHandle reaper() {
    return Processes.awaitReaper(ProcessHandle.current());
  }

  @Test
  void itIsThereAsLongAsThereAreWorkers() {
    assertThat(NoLeaks.children()).isEmpty();
    Reaper.forget(one);
    assertThat(NoLeaks.children()).isEmpty();
    Reaper.watch(one);
    ProcessHandle first = reaper();
    Reaper.watch(one);
    Reaper.watch(other);
    assertThat(NoLeaks.children()).as("one for all").containsExactly(first);
    Reaper.forget(one);
    assertThat(first.isAlive()).isTrue();
    Reaper.forget(other);
    assertThat(NoLeaks.children()).isEmpty();
    Reaper.watch(one);
    assertThat(reaper()).isNotEqualTo(first);
  }

  @Test
  void oneThatWasKilledIsReplacedWithTheNextWorker() {
    Reaper.watch(one);
    ProcessHandle killed = reaper();
    killed.destroyForcibly();
    Await.value(killed.onExit());
    Reaper.watch(other);
    assertThat(reaper()).isNotEqualTo(killed);
    Reaper.forget(one);
    assertThat(reaper().isAlive()).isTrue();
  }

  @Test
  void noSignalThatAGroupGetsEndsIt() throws IOException {
    Reaper.watch(one);
    ProcessHandle reaper = reaper();
    // It has set its traps when it has gone to where it stays.
    Path folder = Path.of("/proc", Long.toString(reaper.pid()), "cwd");
    Await.until(() -> isAtRoot(folder));
    for (String signal : new String[] {"INT", "TERM", "HUP", "QUIT", "TSTP"}) {
      Processes.signal(signal, reaper.pid());
    }
    String stat = Files.readString(Path.of("/proc", Long.toString(reaper.pid()), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    assertThat(fields[0]).as("it still waits").isIn("S", "R");
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      assertThat(fields[3]).as("its session").isEqualTo(Long.toString(reaper.pid()));
    }
  }

  private static boolean isAtRoot(Path folder) {
    try {
      return Files.isSameFile(folder.toRealPath(), Path.of("/"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
