package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.RemoteMethodException;
import dev.brood.WorkerCrashedException;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import dev.brood.testkit.Await;
import java.io.IOException;

/** What a method throws arrives. */
class ExceptionsTest {

  private static Throwable thrown(Pool pool, String kind) {
    return Await.failure(pool.submit(WorkParallel.fail(kind, "what happened")));
  }

  private static void expectFrameOfTheMethod(Throwable failure) {
    assertThat(failure.getStackTrace())
        .anySatisfy(
            frame -> {
              assertThat(frame.getClassName()).isEqualTo(Work.class.getName());
              assertThat(frame.getMethodName()).isEqualTo("fail");
            });
  }

  @ForEachKind
  @Row("A14")
  void declaredOnesArriveWithTypeMessageCauseAndFrames(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Throwable failure = thrown(pool, "declared");
      assertThat(failure).isExactlyInstanceOf(IOException.class).hasMessage("what happened");
      assertThat(failure.getCause())
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("the cause");
      expectFrameOfTheMethod(failure);
      expectFrameOfTheMethod(failure.getCause());
    }
  }

  @ForEachKind
  @Row("A14")
  void commonOnesArriveAsWhatTheyAre(Kind kind) {
    try (Pool pool = kind.start(1)) {
      assertThat(thrown(pool, "common"))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("what happened")
          .satisfies(ExceptionsTest::expectFrameOfTheMethod);
      assertThat(thrown(pool, "error"))
          .isExactlyInstanceOf(AssertionError.class)
          .hasMessage("what happened");
    }
  }

  @ForEachKind
  @Row("A14")
  void suppressedOnesArrive(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Throwable failure = thrown(pool, "suppressed");
      assertThat(failure).isExactlyInstanceOf(IllegalStateException.class);
      assertThat(failure.getSuppressed()).hasSize(1);
      assertThat(failure.getSuppressed()[0])
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("while closing");
    }
  }

  @ForEachKind
  @Row("A14")
  void anyOtherArrivesInWords(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Throwable failure = thrown(pool, "unknown");
      assertThat(failure)
          .isExactlyInstanceOf(RemoteMethodException.class)
          .hasMessageContaining("what happened")
          .satisfies(ExceptionsTest::expectFrameOfTheMethod);
      assertThat(((RemoteMethodException) failure).typeName())
          .isEqualTo(Work.UnknownException.class.getName());
    }
  }

  @ForEachKind
  @Row("A14")
  @OnlyFor(value = CHILD_JVMS, because = "whoever ends the JVM of a thread ends the test")
  void anEndOfTheProcessIsToldWithItsExitCode(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Throwable failure = Await.failure(pool.submit(WorkParallel.halt(99)));
      assertThat(failure).isExactlyInstanceOf(WorkerCrashedException.class);
      assertThat(((WorkerCrashedException) failure).exitCode()).hasValue(99);
      assertThat(pool.call(WorkParallel.square(3))).isEqualTo(9);
    }
  }
}
