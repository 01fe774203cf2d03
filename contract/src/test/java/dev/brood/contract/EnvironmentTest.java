package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static dev.brood.contract.kit.Kind.THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Scenario;
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
