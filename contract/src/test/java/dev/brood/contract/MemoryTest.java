package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A pool keeps nothing of what is done. */
class MemoryTest {

  private static List<WeakReference<?>> doneAndDropped(Pool pool) {
    byte[] argument = new byte[1 << 20];
    Task<byte[]> task = pool.submit(WorkParallel.echo(argument));
    byte[] result = Await.value(task);
    byte[] other = pool.call(WorkParallel.echo(argument));
    assertThat(result).isEqualTo(other);
    byte[] limited = new byte[1 << 20];
    Duration anHour = Duration.ofHours(1);
    CallOptions limits = CallOptions.none().timeout(anHour).queueTimeout(anHour).deadline(anHour);
    assertThat(pool.call(WorkParallel.echo(limited).with(limits))).isEqualTo(limited);
    return List.of(
        new WeakReference<>(limited),
        new WeakReference<>(argument),
        new WeakReference<>(task),
        new WeakReference<>(result),
        new WeakReference<>(other));
  }

  @ForEachKind
  @Scenario(41)
  void argumentsAndResultsBecomeUnreachable(Kind kind) {
    try (Pool pool = kind.start(1)) {
      List<WeakReference<?>> references = new ArrayList<>(doneAndDropped(pool));
      Await.until(
          () -> {
            System.gc();
            references.removeIf(reference -> reference.refersTo(null));
            return references.isEmpty();
          });
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
    }
  }
}
