package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a process that cannot be started. */
class WorkerProcessTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot run program \"/bin/sh\": error=2, posix_spawn failed",
        "Possible reasons: jspawnhelper has another version"
      })
  void aJdkThatMayHaveBeenReplacedIsNamed(String message) {
    IOException failure = new IOException(message);
    assertThat(WorkerProcess.explained(failure))
        .hasMessageStartingWith(message + "; if the JDK has been replaced")
        .hasCause(failure);
  }

  @Test
  void anyOtherFailureIsTheSystemsOwn() {
    IOException failure = new IOException("error=12, Cannot allocate memory");
    assertThat(WorkerProcess.explained(failure)).isSameAs(failure);
    IOException silent = new IOException();
    assertThat(WorkerProcess.explained(silent)).isSameAs(silent);
  }
}
