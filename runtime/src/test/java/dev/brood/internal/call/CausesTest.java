package dev.brood.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether there was no memory left here. */
class CausesTest {
  private static boolean isOutOfMemory(Throwable thrown) {
    return Causes.contain(thrown, OutOfMemoryError.class);
  }

  @Test
  void causesCount() {
    OutOfMemoryError error = new OutOfMemoryError();
    assertThat(isOutOfMemory(error)).isTrue();
    assertThat(isOutOfMemory(new IllegalStateException(new RuntimeException(error)))).isTrue();
    assertThat(isOutOfMemory(new IllegalStateException("no"))).isFalse();
  }

  @Test
  void whatACallOfThisCallHasThrownDoesNot() {
    OutOfMemoryError error = new OutOfMemoryError();
    StackTraceElement frame = new StackTraceElement("Some", "method", "Some.java", 1);
    error.setStackTrace(
        new StackTraceElement[] {
          frame, new StackTraceElement("brood.pool-1", "worker-2", "pid 7", -1)
        });
    assertThat(isOutOfMemory(error)).isFalse();
    error.setStackTrace(new StackTraceElement[] {frame});
    assertThat(isOutOfMemory(error)).isTrue();
    error.setStackTrace(new StackTraceElement[0]);
    assertThat(isOutOfMemory(error)).isTrue();
  }

  @Test
  void circlesAndMoodyOnesEnd() {
    RuntimeException one = new RuntimeException("one");
    RuntimeException other = new RuntimeException("other", one);
    one.initCause(other);
    assertThat(isOutOfMemory(one)).isFalse();
    assertThat(
            isOutOfMemory(
                new RuntimeException() {
                  private static final long serialVersionUID = 1L;

                  @Override
                  public synchronized Throwable getCause() {
                    throw new IllegalStateException("asked");
                  }
                }))
        .isFalse();
  }
}
