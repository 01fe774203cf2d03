package dev.brood.internal.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.fixtures.Launches;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real launcher reads what a command writes. */
class WorkerCommandTest {
  @TempDir private Path directory;

  /** The main class that is started in place of a worker. */
  static final class Echo {
    private Echo() {}

    public static void main(String[] args) {
      byte[] probe = System.getProperty("probe", "").getBytes(UTF_8);
      System.out.write(probe, 0, probe.length);
      System.out.flush();
    }
  }

  private List<String> command(int workers, String... jvmArguments) throws IOException {
    Path file = Files.createTempFile(directory, "arguments", "");
    return new WorkerCommand("pool-1", "worker-1", workers, 1, Launches.plain(jvmArguments), false)
        .write(file);
  }

  private static List<String> options(List<String> command) throws IOException {
    Path file = Path.of(command.get(1).substring(1));
    return Files.readAllLines(file, Charset.defaultCharset()).stream()
        .map(line -> line.substring(1, line.length() - 1))
        .toList();
  }

  private static String echoed(List<String> command) throws IOException, InterruptedException {
    List<String> other = new ArrayList<>(command);
    other.set(2, Echo.class.getName());
    Process process = new ProcessBuilder(other).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "with some  spaces ",
        "\"quoted\" and 'quoted'",
        "back\\slash \\n \\\\ at the end\\",
        "# no comment",
        "@nofile $HOME %PATH% `id` * ? ; | & < >",
        "tab\there",
        "",
      })
  void argumentsArriveAsTheyAre(String value) throws Exception {
    assertThat(echoed(command(1, "-Dprobe=" + value))).isEqualTo(value);
  }

  @Test
  void argumentsOutsideAsciiArriveWhereThePlatformKnowsThem() throws Exception {
    String value = "grüße € 木 \uD83D\uDC24";
    Charset platform = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    Assumptions.assumeTrue(platform.newEncoder().canEncode(value));
    assertThat(echoed(command(1, "-Dprobe=" + value))).isEqualTo(value);
  }

  @Test
  void theCommandLineShowsOnlyWhoItIs() throws IOException {
    List<String> command = command(1, "-Dsecret=1");
    assertThat(command.get(0)).endsWith("java");
    assertThat(command.get(1)).startsWith("@");
    assertThat(command.subList(2, command.size()))
        .containsExactly("dev.brood.internal.child.WorkerMain", "pool-1", "worker-1");
  }

  @Test
  void theUsersOptionsComeLast() throws IOException {
    List<String> options = options(command(1, "-Xmx64m", "-Xss2m"));
    assertThat(options).endsWith("-Xmx64m", "-Xss2m");
    assertThat(options).contains("-XX:+UseSerialGC", "-XX:-UsePerfData");
  }

  /** A JVM that is told to use two does not start. */
  @Test
  void theUsersCollectorIsTheOnlyOne() throws Exception {
    assertThat(options(command(1, "-XX:+UseParallelGC"))).doesNotContain("-XX:+UseSerialGC");
    assertThat(echoed(command(1, "-XX:+UseParallelGC", "-Dprobe=here"))).isEqualTo("here");
  }

  @Test
  void whoeverWantsFastReflectionSaysSoToo() throws IOException {
    String reflection = "jdk.reflect.useNativeAccessorOnly";
    List<String> options = options(command(1));
    if (Runtime.version().feature() < 22) {
      assertThat(options).noneMatch(option -> option.contains(reflection));
      return;
    }
    assertThat(options).contains("-D" + reflection + "=true");
    System.setProperty(reflection, "false");
    try {
      assertThat(options(command(1))).contains("-D" + reflection + "=false");
    } finally {
      System.clearProperty(reflection);
    }
  }

  @Test
  void thisLibraryComesFirst() throws Exception {
    String own = System.getProperty("java.class.path");
    String library =
        Path.of(WorkerCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    System.setProperty(
        "java.class.path", String.join(File.pathSeparator, "/a.jar", library, "/b.jar", library));
    try {
      List<String> options = options(command(1));
      assertThat(options.get(options.indexOf("-cp") + 1))
          .isEqualTo(String.join(File.pathSeparator, library, "/a.jar", "/b.jar"));
    } finally {
      System.setProperty("java.class.path", own);
    }
  }

  @Test
  void workersShareProcessorsAndMemory() throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    assertThat(options(command(1)))
        .contains("-XX:ActiveProcessorCount=" + processors, "-XX:MaxRAMPercentage=50.0");
    assertThat(options(command(4 * processors)))
        .contains("-XX:ActiveProcessorCount=1", "-XX:MaxRAMPercentage=" + 50.0 / (4 * processors));
  }

  @Test
  void theClassPathIsTheParentsWithAbsoluteEntries() throws IOException {
    String own = System.getProperty("java.class.path");
    System.setProperty("java.class.path", String.join(File.pathSeparator, "a b", "", "/c/d.jar"));
    try {
      List<String> options = options(command(1));
      String classPath = options.get(options.indexOf("-cp") + 1);
      List<String> entries = List.of(classPath.split(File.pathSeparator));
      assertThat(entries)
          .allMatch(entry -> Path.of(entry).isAbsolute())
          .contains(Path.of("a b").toAbsolutePath().toString())
          .endsWith("/c/d.jar");
      assertThat(entries.get(0)).contains("classes"); // where this library itself was found
    } finally {
      System.setProperty("java.class.path", own);
    }
  }

  @Test
  void aMissingLauncherIsAClearError() {
    String home = System.getProperty("java.home");
    System.setProperty("java.home", directory.toString());
    try {
      assertThatThrownBy(() -> command(1))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("lack its launcher");
    } finally {
      System.setProperty("java.home", home);
    }
  }

  @Test
  void anEmptyEntryOfTheClassPathIsTheWorkingFolder() throws IOException {
    String own = System.getProperty("java.class.path");
    System.setProperty("java.class.path", String.join(File.pathSeparator, "", "/c/d.jar"));
    try {
      List<String> options = options(command(1));
      String classPath = options.get(options.indexOf("-cp") + 1);
      assertThat(List.of(classPath.split(File.pathSeparator, -1)))
          .contains(Path.of("").toAbsolutePath().toString())
          .doesNotContain("");
    } finally {
      System.setProperty("java.class.path", own);
    }
  }

  @Test
  void anArgumentMayHaveSeveralLines() throws Exception {
    assertThat(echoed(command(1, "-Dprobe=one\ntwo\r\nthree"))).isEqualTo("one\ntwo\r\nthree");
  }
}
