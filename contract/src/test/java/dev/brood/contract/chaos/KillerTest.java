package dev.brood.contract.chaos;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Threads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many callers at work, while somebody takes one worker after the other. */
class KillerTest {
  private static final int CALLERS = 16;
  private static final int CALLS = 300;
  private static final int REPEATABLE = CALLERS * CALLS / 2;
  private static final CallOptions AGAIN = CallOptions.none().retries(1_000);

  @TempDir private Path directory;

  @ForEachKind
  @Scenario(12)
  @Scenario(13)
  @OnlyFor(value = CHILD_JVMS, because = "only a process can be killed")
  @Timeout(value = 10, unit = TimeUnit.MINUTES) // where others leave little of the processors
  void everyRepeatableCallCompletesAndEveryOtherIsAValueOrALoss(Kind kind) throws Exception {
    Map<Verdict, Long> calm = work(kind, "calm", List.of());
    assertThat(calm).containsEntry(Verdict.VALUE, (long) CALLERS * CALLS);

    Map<Verdict, Long> killed = work(kind, "killed", List.of(Killer.Trouble.KILLED));
    long values = killed.get(Verdict.VALUE);
    assertThat(values).isGreaterThanOrEqualTo(REPEATABLE);
    assertThat(killed).containsEntry(Verdict.CRASHED, CALLERS * CALLS - values);
  }

  /** Does all the work, prints what it took, and tells what has become of the calls. */
  private Map<Verdict, Long> work(Kind kind, String name, List<Killer.Trouble> troubles)
      throws Exception {
    try (Ledger ledger = new Ledger(directory.resolve(name), new LongAdder())) {
      long start = System.nanoTime();
      Memory memory = Memory.watch(Duration.ofMillis(200));
      try (memory;
          Pool pool = kind.start(3);
          Killer killer = Killer.start(ledger, Duration.ofMillis(100), new Random(12), troubles)) {
        List<Future<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
          callers.add(
              Threads.run(() -> call(new Scene(pool, Pool.builder(), ledger, new Random()))));
        }
        for (Future<Integer> caller : callers) {
          assertThat(caller.get()).isEqualTo(CALLS);
        }
        long strikes = killer.counts().values().stream().mapToLong(Long::longValue).sum();
        assertThat(strikes > 0).as("somebody was killed").isEqualTo(!troubles.isEmpty());
        System.out.printf(
            "%s: %d calls in %d ms, %s, at most %d MiB on the heap and %d of own pages%n",
            name,
            ledger.submitted(),
            (System.nanoTime() - start) / 1_000_000,
            killer.counts(),
            memory.peak(Memory.Sample::heap) >> 20,
            memory.peak(Memory.Sample::resident) >> 20);
      }
      assertThat(NoLeaks.children()).isEmpty();
      assertThat(ledger.audit()).isEmpty();
      return ledger.counts();
    }
  }

  /** One call after the other, of which every second one may be repeated. */
  private static int call(Scene scene) throws InterruptedException {
    Ledger ledger = scene.ledger();
    for (int i = 0; i < CALLS; i++) {
      int number = ledger.take(1);
      if (i % 2 == 0) {
        ledger.value(
            number, scene.pool().call(scene.repeatable(number, Way.WELL).with(AGAIN)), true);
      } else {
        scene.settle(number, scene.pool().submit(scene.call(number, Way.WELL)), Verdict.VALUE);
      }
    }
    return CALLS;
  }
}
