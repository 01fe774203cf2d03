package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WorkerCrashedException;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.Gate;
import dev.brood.testkit.Processes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A worker's death costs the call that it was running, and nothing else. */
class CrashTest {
  private static final String NO_CRASH = "only a process can be killed";

  private static void kill(Gate.Visitor visitor) {
    assertThat(ProcessHandle.of(visitor.pid()).orElseThrow().destroyForcibly()).isTrue();
  }

  @ForEachKind
  @Scenario(4)
  @OnlyFor(value = CHILD_JVMS, because = NO_CRASH)
  void ofAHundredCallsOnThreeWorkersExactlyTheOneThatWasRunningFails(Kind kind) {
    int count = 100;
    try (Gate gate = new Gate();
        Pool pool = kind.start(3)) {
      List<Task<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        tasks.add(pool.submit(WorkParallel.pass(gate.port(), i)));
      }
      gate.awaitVisitor();
      gate.awaitVisitor();
      Gate.Visitor victim = gate.awaitVisitor();
      kill(victim);
      assertThat(Await.failure(tasks.get(victim.number())))
          .isExactlyInstanceOf(WorkerCrashedException.class);
      gate.open();
      for (int i = 0; i < count; i++) {
        if (i != victim.number()) {
          assertThat(Await.value(tasks.get(i))).isEqualTo(i);
        }
      }
      assertThat(gate.visitorCount()).as("no call ran twice").isEqualTo(count);
    }
  }

  @ForEachKind
  @Scenario(5)
  @OnlyFor(value = CHILD_JVMS, because = NO_CRASH)
  void aLargeArgumentHalfWrittenIsNoDeadlock(Kind kind) {
    byte[] large = new byte[16 << 20];
    try (Gate gate = new Gate();
        Pool pool = kind.start(1)) {
      Task<Integer> running = pool.submit(WorkParallel.pass(gate.port(), 1));
      Gate.Visitor visitor = gate.awaitVisitor();
      Task<byte[]> behind = pool.submit(WorkParallel.echo(large));
      kill(visitor);
      assertThat(Await.failure(running)).isExactlyInstanceOf(WorkerCrashedException.class);
      assertThat(Await.value(behind)).as("it had not begun").isEqualTo(large);
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
  }

  /** What has come of it is of no use to anybody. */
  @ForEachKind
  @Scenario(5)
  @OnlyFor(value = CHILD_JVMS, because = NO_CRASH)
  void whoeverDiesWithHalfOfAResultInItsRingLosesThatCall(Kind kind) {
    int large = 256 << 20; // many times what has room there
    try (Pool pool = kind.start(1)) {
      Throwable thrown = null;
      for (int i = 0; thrown == null && i < 100; i++) { // it may have been too late for the first
        thrown =
            catchThrowable(
                () -> assertThat(pool.call(WorkParallel.haltWhileSending(large))).hasSize(large));
      }
      assertThat(thrown)
          .cause()
          .isInstanceOfSatisfying(
              WorkerCrashedException.class,
              crash -> assertThat(crash.end().exitCode()).hasValue(9));
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
  }

  /** It is given the call while it is stopped: its ring is full then, and the rest waits here. */
  @ForEachKind
  @Scenario(5)
  @OnlyFor(value = CHILD_JVMS, because = NO_CRASH)
  void whoeverDiesWithHalfOfAnArgumentInItsRingHasNotBegunTheCall(Kind kind) throws IOException {
    byte[] large = new byte[64 << 20]; // many times what has room there
    large[large.length - 1] = 1;
    try (Pool pool = kind.start(1)) {
      long victim = pool.call(WorkParallel.pid());
      Task<byte[]> task;
      try {
        Processes.signal("STOP", victim);
        States.awaitStopped(victim);
        task = pool.submit(WorkParallel.echo(large));
        assertThat(task).isNotDone();
      } finally {
        Processes.signal("KILL", victim);
      }
      assertThat(Await.value(task)).as("nobody had begun it").isEqualTo(large);
      assertThat(task.attempts()).as("it ran once").hasSize(1);
      assertThat(pool.call(WorkParallel.pid())).isNotEqualTo(victim);
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
  }
}
