package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.fixtures.Launches;
import dev.brood.fixtures.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many workers as processors, unless memory or threads are scarce. */
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
  void theLimitsOfAllGroupsAboveCount() throws IOException {
    write("proc/self/cgroup", "0::/user.slice/my.service\n");
    write("sys/fs/cgroup/user.slice/my.service/memory.max", "9000000\n");
    write("sys/fs/cgroup/user.slice/my.service/memory.current", "1000000\n");
    assertThat(new Machine(root).memory()).hasValue(8_000_000);
    write("sys/fs/cgroup/user.slice/memory.max", "9500000\n");
    write("sys/fs/cgroup/user.slice/memory.current", "3500000\n");
    assertThat(new Machine(root).memory()).hasValue(6_000_000);
    write("sys/fs/cgroup/memory.max", "5000000\n");
    assertThat(new Machine(root).memory()).hasValue(5_000_000);
    write("sys/fs/memory.max", "1000000\n");
    assertThat(new Machine(root).memory()).as("no group").hasValue(5_000_000);
  }

  @Test
  void beforeVersion2EachResourceHasGroupsOfItsOwn() throws IOException {
    write("proc/self/cgroup", "5:cpu,memory:/a/b\n4:name=memory:/c\n3:pids:/d\n0::/e\n");
    write("sys/fs/cgroup/memory/a/b/memory.limit_in_bytes", "7000000\n");
    write("sys/fs/cgroup/memory/c/memory.limit_in_bytes", "3000000\n");
    write("sys/fs/cgroup/memory/d/memory.limit_in_bytes", "2000000\n");
    assertThat(new Machine(root).memory()).hasValue(7_000_000);
    write("sys/fs/cgroup/memory/a/memory.limit_in_bytes", "6000000\n");
    assertThat(new Machine(root).memory()).hasValue(6_000_000);
  }

  /** Where a container sees nothing but its own group, which is the topmost there. */
  @ParameterizedTest
  @ValueSource(strings = {"0::/", "0::/system.slice/docker-1.scope", "0::/../../x", "nonsense"})
  void aGroupThatIsNotThereIsTheTopmost(String group) throws IOException {
    write("proc/self/cgroup", group + "\n");
    write("sys/fs/cgroup/memory.max", "4000000\n");
    assertThat(new Machine(root).memory()).hasValue(4_000_000);
  }

  @Test
  void aLimitOfThreadsCounts() throws IOException {
    write("proc/self/cgroup", "3:pids:/d\n0::/e\n");
    write("sys/fs/cgroup/e/pids.max", "max\n");
    assertThat(new Machine(root).workers()).isEqualTo(PROCESSORS);
    write("sys/fs/cgroup/e/pids.max", "1000000\n");
    assertThat(new Machine(root).workers()).isEqualTo(PROCESSORS);
    write("sys/fs/cgroup/e/pids.current", "999961\n");
    assertThat(new Machine(root).workers()).as("39 threads").isEqualTo(1);
    write("sys/fs/cgroup/e/pids.current", "1000000\n");
    assertThat(new Machine(root).workers()).as("none").isEqualTo(1);
  }

  @Test
  void soItDoesBeforeVersion2() throws IOException {
    write("proc/self/cgroup", "3:pids:/d\n0::/e\n");
    write("sys/fs/cgroup/pids/d/pids.max", "100\n");
    write("sys/fs/cgroup/pids/d/pids.current", "61\n");
    assertThat(new Machine(root).workers()).isEqualTo(1);
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

  @Test
  void thoseOfItsOwnGroupAreMoreToThePoint() throws IOException {
    write("proc/vmstat", "oom_kill 12\n");
    write("proc/self/cgroup", "0::/a/b\n");
    write("sys/fs/cgroup/a/memory.events", "max 8\noom 7\noom_kill 3\noom_group_kill 9\n");
    assertThat(new Machine(root).memoryKills()).isEqualTo(3);
    write("sys/fs/cgroup/a/b/memory.events", "oom 0\noom_kill 0\n");
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
