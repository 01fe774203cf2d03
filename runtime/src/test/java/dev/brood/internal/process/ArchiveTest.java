package dev.brood.internal.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.fixtures.ArchiveMain;
import dev.brood.testkit.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs with the runtime in a jar, as users have it, make an archive and use it. */
class ArchiveTest {
  private static final String ANSWER = "answer 9\n";

  @TempDir private static Path shared;
  private static Path jar;
  private static Path made;

  @TempDir private Path directory;
  private Path folder;

  /** Two programs at the same time, and one archive. */
  @BeforeAll
  static void makeArchive() throws Exception {
    jar = shared.resolve("runtime.jar");
    write(jar, location(Pool.class));
    Path cache = shared.resolve("cache");
    Process one = start(cache, "make");
    Process other = start(cache, "make");
    assertThat(end(one)).isEqualTo(ANSWER);
    assertThat(end(other)).isEqualTo(ANSWER);
    assertThat(archives(cache)).hasSize(1);
    made = archives(cache).get(0);
  }

  @BeforeEach
  void copyArchive() throws IOException {
    folder = directory.resolve("cache");
    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(permissions("rwx------")));
    Files.copy(made, folder.resolve(made.getFileName()));
    Files.setPosixFilePermissions(folder.resolve(made.getFileName()), permissions("rw-------"));
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void write(Path file, Path classes) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
        Stream<Path> all = Files.walk(classes)) {
      for (Path one : all.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(one).toString().replace('\\', '/')));
        Files.copy(one, (OutputStream) out);
        out.closeEntry();
      }
    }
  }

  private static Process start(Path cache, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbrood.archive=" + cache,
                "-XX:-UsePerfData",
                "-cp",
                location(ArchiveTest.class) + ":" + jar + ":" + location(Await.class),
                ArchiveMain.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String end(Process process) throws IOException {
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(Await.value(process.onExit()).exitValue()).as(output).isZero();
      return output;
    } finally {
      process.destroyForcibly();
    }
  }

  private static Set<PosixFilePermission> permissions(String text) {
    return PosixFilePermissions.fromString(text);
  }

  /** All files but the lock. */
  private static List<Path> archives(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> !file.endsWith("lock")).toList();
    }
  }

  /** Whether a worker of a program with that folder takes its classes from an archive. */
  private boolean isUsed(Path cache) throws Exception {
    Path log = directory.resolve("classes");
    assertThat(end(start(cache, "-Xlog:class+load:file=" + log))).isEqualTo(ANSWER);
    List<String> loaded =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains(" dev.brood.internal.worker.Server "))
            .toList();
    assertThat(loaded).hasSize(1);
    return loaded.get(0).contains("shared objects file");
  }

  @Test
  void anArchiveIsMadeForItsUserOnlyAndThenUsed() throws Exception {
    assertThat(isUsed(folder)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aDamagedArchiveIsIgnoredInSilence() throws Exception {
    Path archive = archives(folder).get(0);
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(archive, bytes);
    assertThat(isUsed(folder)).isFalse();
    Files.write(archive, List.of("short"));
    assertThat(isUsed(folder)).isFalse();
  }

  /** The checksum is right, but the JVM itself finds fault with it. */
  @Test
  void whatTheJvmDoesNotLikeIsIgnoredInSilence() throws Exception {
    assertThat(end(start(folder, "--add-opens=java.base/java.lang=ALL-UNNAMED"))).isEqualTo(ANSWER);
    String name = archives(folder).get(0).getFileName().toString();
    Files.delete(archives(folder).get(0));
    String prefix = name.substring(0, name.indexOf('-', name.indexOf('-', 6) + 1));
    String suffix = name.substring(name.lastIndexOf('.'));
    Path fake = folder.resolve(prefix + "-4-d87f7e0c" + suffix); // length and CRC-32 of "test"
    Files.writeString(fake, "test");
    Files.setPosixFilePermissions(fake, permissions("rw-------"));
    assertThat(isUsed(folder)).isFalse();
  }

  @Test
  void anArchiveOfAnotherJarIsIgnoredAndReplaced() throws Exception {
    FileTime before = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(1_000)));
    try {
      assertThat(isUsed(folder)).isFalse();
      assertThat(end(start(folder, "make"))).isEqualTo(ANSWER);
      assertThat(archives(folder)).hasSize(1).doesNotContain(folder.resolve(made.getFileName()));
      assertThat(isUsed(folder)).isTrue();
    } finally {
      Files.setLastModifiedTime(jar, before);
    }
  }

  @Test
  void whatOthersCouldHaveWrittenIsNotUsed() throws Exception {
    Files.setPosixFilePermissions(folder, permissions("rwxrwxrwx"));
    assertThat(isUsed(folder)).isFalse();
  }

  @Test
  void whereNothingCanBeKeptThereIsNone() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    assertThat(isUsed(file.resolve("folder"))).isFalse();
    assertThat(isUsed(file)).isFalse();
    assertThat(isUsed(Path.of("off"))).isFalse();
  }
}
