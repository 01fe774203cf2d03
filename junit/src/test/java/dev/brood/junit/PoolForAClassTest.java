package dev.brood.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A test class has one pool from its beginning to its end. */
class PoolForAClassTest {
  private static final List<Pool> SEEN = new ArrayList<>();
  private static final List<Long> PIDS = new ArrayList<>();
  private static final List<String> THREADS = new ArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
    PIDS.clear();
    THREADS.clear();
  }

  private static void expectOnePoolThatIsClosed(EngineExecutionResults results, int tests) {
    assertThat(Suite.failures(results)).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
    assertThat(SEEN).isNotEmpty().containsOnly(SEEN.get(0));
    assertThat(SEEN.get(0).isTerminated()).isTrue();
    assertThat(
            ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info))
        .isEmpty();
  }

  @BroodTest(workers = 1)
  static class Everywhere {
    Everywhere(Pool pool) {
      SEEN.add(pool);
    }

    @BeforeAll
    static void before(Pool pool) {
      SEEN.add(pool);
    }

    @BeforeEach
    void beforeEach(Pool pool) {
      SEEN.add(pool);
    }

    @Test
    void one(Pool pool) {
      SEEN.add(pool);
      assertThat(DeedsParallel.blocking(pool).add(2, 3)).isEqualTo(5);
      PIDS.add(DeedsParallel.blocking(pool).pid());
    }

    @Test
    void another(Pool pool) {
      SEEN.add(pool);
      PIDS.add(DeedsParallel.blocking(pool).pid());
    }

    @AfterEach
    void afterEach(Pool pool) {
      SEEN.add(pool);
    }

    @AfterAll
    static void after(Pool pool) {
      SEEN.add(pool);
      assertThat(pool.isShutdown()).isFalse();
    }
  }

  @Test
  void everyParameterIsTheSamePool() {
    expectOnePoolThatIsClosed(Suite.run(Everywhere.class), 2);
    assertThat(SEEN).hasSize(10);
    assertThat(PIDS).hasSize(2).containsOnly(PIDS.get(0));
    assertThat(PIDS).doesNotContain(ProcessHandle.current().pid());
  }

  @BroodTest(workers = 3)
  static class Outer {
    @Test
    void outside(Pool pool) {
      SEEN.add(pool);
      assertThat(pool.size()).isEqualTo(3);
    }

    @Nested
    class Inner {
      @Test
      void inside(Pool pool) {
        SEEN.add(pool);
      }

      @Nested
      class Innermost {
        Innermost(Pool pool) {
          SEEN.add(pool);
        }

        @Test
        void furtherInside(Pool pool) {
          SEEN.add(pool);
        }
      }
    }
  }

  @Test
  void nestedClassesShareThePool() {
    expectOnePoolThatIsClosed(Suite.run(Outer.class), 3);
  }

  @BroodTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance {
    private final Pool pool;

    OneInstance(Pool pool) {
      this.pool = pool;
      SEEN.add(pool);
    }

    @Test
    void hasThePool() {
      assertThat(DeedsParallel.blocking(pool).add(1, 1)).isEqualTo(2);
    }
  }

  @Test
  void anInstanceForTheWholeClassMayKeepThePool() {
    expectOnePoolThatIsClosed(Suite.run(OneInstance.class), 1);
  }

  static class Derived extends Everywhere {
    Derived(Pool pool) {
      super(pool);
    }
  }

  @Test
  void theAnnotationIsInherited() {
    expectOnePoolThatIsClosed(Suite.run(Derived.class), 2);
  }

  @BroodTest(workers = 1)
  @ParameterizedClass
  @ValueSource(ints = {1, 2})
  static class Template {
    @Parameter int number;

    @Test
    void hasThePool(Pool pool) {
      SEEN.add(pool);
      assertThat(DeedsParallel.blocking(pool).add(number, 1)).isEqualTo(number + 1);
    }
  }

  @Test
  void theInvocationsOfAParameterizedClassShareThePool() {
    expectOnePoolThatIsClosed(Suite.run(Template.class), 2);
  }

  @BroodTest(jvmArguments = "-Dsun.stdout.encoding=UTF-8")
  static class Where {
    @Test
    void calls(Pool pool) {
      SEEN.add(pool);
      PIDS.add(DeedsParallel.blocking(pool).pid());
      THREADS.add(DeedsParallel.blocking(pool).thread());
    }
  }

  @BroodTest(mode = PoolMode.THREADS)
  static class OnThreads extends Where {}

  @BroodTest(mode = PoolMode.INLINE)
  static class Inline extends Where {}

  @Test
  void theAnnotationTellsWhereCallsRun() {
    long here = ProcessHandle.current().pid();
    expectOnePoolThatIsClosed(Suite.run(Where.class), 1);
    assertThat(PIDS).hasSize(1).doesNotContain(here);
    forget();
    expectOnePoolThatIsClosed(Suite.run(OnThreads.class), 1);
    assertThat(PIDS).containsExactly(here);
    assertThat(THREADS).doesNotContain(Thread.currentThread().getName());
    forget();
    expectOnePoolThatIsClosed(Suite.run(Inline.class), 1);
    assertThat(PIDS).containsExactly(here);
    assertThat(THREADS).containsExactly(Thread.currentThread().getName());
  }

  @Test
  void theConfigurationPrevails() {
    long here = ProcessHandle.current().pid();
    expectOnePoolThatIsClosed(Suite.run(Map.of("brood.junit.mode", "inline"), Where.class), 1);
    assertThat(PIDS).containsExactly(here);
    assertThat(THREADS).containsExactly(Thread.currentThread().getName());
    forget();
    expectOnePoolThatIsClosed(Suite.run(Map.of("brood.junit.mode", "Threads"), Where.class), 1);
    assertThat(PIDS).containsExactly(here);
    assertThat(THREADS).doesNotContain(Thread.currentThread().getName());
    forget();
    expectOnePoolThatIsClosed(Suite.run(Map.of("brood.junit.mode", "child-jvms"), Inline.class), 1);
    assertThat(PIDS).doesNotContain(here);
  }

  @Test
  void theConfigurationMayBeASystemProperty() {
    System.setProperty("brood.junit.mode", "inline");
    try {
      expectOnePoolThatIsClosed(Suite.run(Where.class), 1);
    } finally {
      System.clearProperty("brood.junit.mode");
    }
    assertThat(PIDS).containsExactly(ProcessHandle.current().pid());
  }

  @BroodTest(workers = 1)
  static class OneOfTwo {
    @Test
    void works(Pool pool) {
      assertThat(DeedsParallel.blocking(pool).add(1, 2)).isEqualTo(3);
    }
  }

  @BroodTest(workers = 1)
  static class OtherOfTwo extends OneOfTwo {}

  @Test
  void classesMayRunInParallel() {
    Map<String, String> parallel =
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
    EngineExecutionResults results = Suite.run(parallel, OneOfTwo.class, OtherOfTwo.class);
    assertThat(Suite.failures(results)).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
  }
}
