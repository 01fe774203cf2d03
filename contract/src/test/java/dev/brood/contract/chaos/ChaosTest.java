package dev.brood.contract.chaos;

import dev.brood.testkit.NoLeaks;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Half a minute of chaos, a different one each time. {@code -Dchaos.seed=…} throws the same dice
 * again, though not at the same moments.
 */
@ExtendWith(NoLeaks.class)
class ChaosTest {
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES) // whoever is stuck is found before that
  void everyCallHasOneOutcomeAndNothingIsLeft() throws Exception {
    long seed = Long.getLong("chaos.seed", new Random().nextInt(1_000_000));
    Chaos.run(Chaos.Settings.usual(seed, Duration.ofSeconds(30)), System.out);
  }
}
