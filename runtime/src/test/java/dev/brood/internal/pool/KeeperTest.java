package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import org.junit.jupiter.api.Test;

/** A thread that is no daemon is there while something is outstanding. */
class KeeperTest {
  private static boolean isKept(String pool) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(
            thread -> thread.getName().equals("brood " + pool + " keeper") && !thread.isDaemon());
  }

  @Test
  void whatADaemonSubmitsKeepsTheJvmAliveToo() {
    Keeper keeper = new Keeper("kept");
    Thread daemon = new Thread(keeper::taken);
    daemon.setDaemon(true);
    daemon.start();
    Await.end(daemon);
    assertThat(isKept("kept")).isTrue();
    keeper.done();
    Await.until(() -> !isKept("kept"));
  }
}
