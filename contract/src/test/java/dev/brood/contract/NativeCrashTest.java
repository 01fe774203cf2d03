package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerEnd;
import dev.brood.WorkerOutput;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.NoLeaks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Native code in a worker fails by itself, and not because somebody has sent it a signal. */
@ExtendWith(NoLeaks.class)
class NativeCrashTest {
  /** Later JDKs warn of what is done here, or refuse it. */
  private static final String ALLOWED = "-Dsun.misc.unsafe.memory.access=allow";

  @TempDir private Path directory;

  @Test
  @Row("A14")
  @Scenario(1)
  void theCallerIsToldWhichNativeCodeHasFailedAndWhereTheJvmHasWrittenOfIt() {
    Pool.Builder settings =
        Pool.builder()
            .workers(1)
            .directory(directory)
            .jvmArguments(ALLOWED)
            .output(WorkerOutput.discard());
    try (Pool pool = settings.start()) {
      Throwable failure = Await.failure(pool.submit(WildParallel.write()));
      assertThat(failure).isExactlyInstanceOf(WorkerCrashedException.class);
      WorkerEnd end = ((WorkerCrashedException) failure).end();
      assertThat(end.kind()).isEqualTo(WorkerEnd.Kind.CRASH);
      assertThat(end.signal()).hasValue("SIGABRT"); // so a JVM ends when it has written
      assertThat(end.crashFile()).hasValue(directory.resolve("hs_err_pid" + end.pid() + ".log"));
      assertThat(end.crashReport())
          .anyMatch(line -> line.startsWith("SIGSEGV"))
          .anyMatch(line -> line.startsWith("Problematic frame"));
      assertThat(failure).hasMessageContaining("Problematic frame");
      assertThat(pool.call(WorkParallel.square(3))).as("the pool serves on").isEqualTo(9);
    }
  }
}
