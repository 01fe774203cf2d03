package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.util.Locale;
import java.util.TimeZone;

/** What one call does to its surroundings, as the next one finds it. */
class EnvironmentTest {

  @ForEachKind
  @Scenario(50)
  @OnlyFor(
      value = {CHILD_JVMS, THREADS},
      because = "inline, the thread is the caller's own, and what it does to it stays done")
  void anInterruptAndAClassLoaderConcernTheirOwnCallOnly(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Surroundings.Found before = pool.call(SurroundingsParallel.look());
      assertThat(before.interrupted()).isFalse();
      assertThat(before.ownClassLoader()).isTrue();
      pool.call(SurroundingsParallel.spoilThread());
      Surroundings.Found after = pool.call(SurroundingsParallel.look());
      assertThat(after.interrupted()).isFalse();
      assertThat(after.ownClassLoader()).isTrue();
    }
  }

  private static Surroundings.Found foundAfterSpoiling(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Surroundings.Found before = pool.call(SurroundingsParallel.look());
      assertThat(before.threadName()).isNotEqualTo("spoilt");
      assertThat(before.priority()).isNotEqualTo(Thread.MIN_PRIORITY);
      assertThat(before.threadLocal()).isEqualTo("null");
      pool.call(SurroundingsParallel.spoilThread());
      return pool.call(SurroundingsParallel.look());
    }
  }

  /** Inline, the worker is the thread that calls: one that is not needed any more afterwards. */
  @ForEachKind
  @Scenario(50)
  void allElseThatACallDoesToItsThreadStaysWithTheWorker(Kind kind) {
    Surroundings.Found after = Await.value(Threads.run(() -> foundAfterSpoiling(kind)));
    assertThat(after.threadName()).isEqualTo("spoilt");
    assertThat(after.priority()).isEqualTo(Thread.MIN_PRIORITY);
    assertThat(after.threadLocal()).isEqualTo("left");
    assertThat(after.ownClassLoader()).as("that does not stay").isTrue();
  }

  @ForEachKind
  @Scenario(50)
  @OnlyFor(value = CHILD_JVMS, because = "in one JVM, the defaults of the JVM are everybody's")
  void theDefaultsOfAWorkerAreItsOwnAndStay(Kind kind) {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try (Pool pool = kind.start(1)) {
      pool.call(SurroundingsParallel.spoilProcess());
      Surroundings.Found found = pool.call(SurroundingsParallel.look());
      assertThat(found.zone())
          .as("static state lasts as long as its worker")
          .isEqualTo("Asia/Kolkata");
      assertThat(found.locale()).isEqualTo("tr-TR");
      assertThat(found.handler()).isTrue();
      assertThat(pool.call(WorkParallel.square(4))).as("the pool serves on").isEqualTo(16);
      assertThat(pool.call(WorkParallel.greet("you"))).isEqualTo("hello you");
    }
    assertThat(TimeZone.getDefault()).isEqualTo(zone);
    assertThat(Locale.getDefault()).isEqualTo(locale);
  }
}
