package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Launches;
import dev.brood.testkit.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many workers as processors, unless memory is scarce. */
class MachineTest {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  @TempDir Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void withoutNewsOfMemoryProcessorsCount() {
    assertThat(new Machine(root).memory()).isEmpty();
    assertThat(new Machine(root).workers()).isEqualTo(PROCESSORS);
  }

  @Test
  void theLeastOfWhatIsToldCounts() throws IOException {
    write("proc/meminfo", "MemTotal:  9 kB\nMemAvailable:   4096 kB\nX: 1 kB\n");
    assertThat(new Machine(root).memory()).hasValue(4 << 20);
    write("sys/fs/cgroup/memory.max", "max\n");
    assertThat(new Machine(root).memory()).hasValue(4 << 20);
    write("sys/fs/cgroup/memory.max", "3000000\n");
    write("sys/fs/cgroup/memory.current", "1000000\n");
    assertThat(new Machine(root).memory()).hasValue(2_000_000);
    write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1000000\n");
    assertThat(new Machine(root).memory()).hasValue(1_000_000);
  }

  @Test
  void thereIsAlwaysRoomForOne() throws IOException {
    write("sys/fs/cgroup/memory.max", "1000");
    write("sys/fs/cgroup/memory.current", "2000");
    assertThat(new Machine(root).memory()).hasValue(0);
    assertThat(new Machine(root).workers()).isEqualTo(1);
  }

  @Test
  void thisMachineHasRoom() {
    assertThat(Machine.here().workers()).isBetween(1, PROCESSORS);
  }

  @Test
  void killsForWantOfMemoryAreCounted() throws IOException {
    assertThat(new Machine(root).memoryKills()).isZero();
    write("proc/vmstat", "pgfault 7\noom_kill 12\nx 1\n");
    assertThat(new Machine(root).memoryKills()).isEqualTo(12);
    write("proc/vmstat", "oom_kill many\n");
    assertThat(new Machine(root).memoryKills()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Xmx1025m", "-Xmx1m -Xmx2G", "-XX:MaxHeapSize=3000000000", "-Xmx2000000K"})
  void heapsThatHaveNoRoomTogetherAreWarnedOf(String arguments) throws IOException {
    write("proc/meminfo", "MemAvailable: 4194304 kB\n"); // 4 GiB
    Logs.take();
    new Machine(root).warnOfHeaps("big", 4, Launches.plain(arguments.split(" ")));
    assertThat(Logs.take()).singleElement().asString().startsWith("WARNING big: heaps of ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx1g", "-Xmx2g -Xmx1024m", "-Xmxnonsense", "-Xms9g", "-Xmx"})
  void otherHeapsAreNot(String arguments) throws IOException {
    write("proc/meminfo", "MemAvailable: 4194304 kB\n");
    Logs.take();
    new Machine(root).warnOfHeaps("fit", 4, Launches.plain(arguments.split(" ")));
    assertThat(Logs.take()).isEmpty();
  }
}
