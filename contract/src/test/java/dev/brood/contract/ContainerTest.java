package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brood.contract.kit.ControlGroup;
import dev.brood.contract.kit.Program;
import dev.brood.testkit.NoLeaks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A pool asks for as many workers as the limits of its container have room for. */
@ExtendWith(NoLeaks.class)
class ContainerTest {
  @TempDir private Path temporary;

  /** How many workers a pool has by default whose program is in that group from its start. */
  private int workersIn(ControlGroup group) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "echo $$ > \"$0\" && exec \"$@\""));
    command.add(group.file("cgroup.procs").toString());
    command.addAll(Program.command(temporary, SizeMain.class));
    Program.Ended ended = Program.run(command);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).matches("\\d+ workers\n");
    return Integer.parseInt(ended.out().substring(0, ended.out().indexOf(' ')));
  }

  @Test
  void aQuotaOfProcessorsCounts() throws IOException {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
    try (ControlGroup group = ControlGroup.of("cpu")) {
      group.write("cpu.cfs_period_us", 100_000);
      group.write("cpu.cfs_quota_us", 100_000);
      assertThat(workersIn(group)).isEqualTo(1);
    }
  }

  @Test
  void aLimitOfMemoryCounts() throws IOException {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
    try (ControlGroup group = ControlGroup.of("memory")) {
      group.write("memory.limit_in_bytes", 250L << 20);
      assertThat(workersIn(group)).isEqualTo(1);
    }
  }

  @Test
  void aLimitOfProcessesCounts() throws IOException {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
    try (ControlGroup group = ControlGroup.of("pids")) {
      group.write("pids.max", 55);
      assertThat(workersIn(group)).isEqualTo(1);
    }
  }
}
