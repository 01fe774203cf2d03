package dev.brood.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.WorkerOutput;
import dev.brood.testkit.NoLeaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Workers log as the user has set their logging, of which Brood changes nothing. */
@ExtendWith(NoLeaks.class)
class LoggingTest {
  @TempDir private Path directory;

  @Test
  void whatIsLoggedComesAsLinesOfItsCall() {
    List<WorkerOutput.Line> lines = new CopyOnWriteArrayList<>();
    try (Pool pool = Pool.builder().workers(1).output(lines::add).start()) {
      pool.call(WorkParallel.logByJdk("one\ntwo"));
    }
    assertThat(lines).hasSize(3).allMatch(WorkerOutput.Line::isError);
    assertThat(lines.get(0).text()).contains("dev.brood.contract.Work logByJdk");
    assertThat(lines.get(1).text()).endsWith(": one");
    assertThat(lines.get(2).text()).isEqualTo("two");
    assertThat(lines).allMatch(line -> line.call().orElse("").endsWith("Work.logByJdk(String)"));
  }

  @Test
  void itsConfigurationIsTheUsers() throws IOException {
    Path file = directory.resolve("worker.log");
    Path configuration = directory.resolve("logging.properties");
    Files.writeString(
        configuration,
        """
        handlers=java.util.logging.FileHandler
        java.util.logging.FileHandler.pattern=%s
        java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
        java.util.logging.SimpleFormatter.format=%%5$s%%n
        """
            .formatted(file.toString().replace("%", "%%")),
        UTF_8);
    List<WorkerOutput.Line> lines = new CopyOnWriteArrayList<>();
    String option = "-Djava.util.logging.config.file=" + configuration;
    try (Pool pool = Pool.builder().workers(1).jvmArguments(option).output(lines::add).start()) {
      pool.call(WorkParallel.logByJdk("to a file"));
    }
    assertThat(file).hasContent("to a file\n");
    assertThat(lines).isEmpty();
  }

  /** Where the user says, or else where workers run. */
  @Test
  void aHeapDumpLiesWhereWorkersRun() throws IOException {
    try (Pool pool =
        Pool.builder()
            .workers(1)
            .directory(directory)
            .jvmArguments("-Xmx32m", "-XX:+HeapDumpOnOutOfMemoryError")
            .output(WorkerOutput.discard())
            .start()) {
      long pid = pool.call(WorkParallel.pid());
      assertThatThrownBy(() -> pool.call(FaultsParallel.fillHeap()))
          .hasRootCauseInstanceOf(OutOfMemoryError.class);
      assertThat(directory.resolve("java_pid" + pid + ".hprof")).isNotEmptyFile();
    }
  }
}
