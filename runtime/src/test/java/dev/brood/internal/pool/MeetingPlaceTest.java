package dev.brood.internal.pool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.fixtures.Logs;
import dev.brood.internal.channel.SharedFiles;
import dev.brood.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MeetingPlaceTest {
  @TempDir private Path temporary;
  private Path missing = Path.of("");
  private Path file = Path.of("");
  private Path closed = Path.of("");
  private Path good = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    missing = temporary.resolve("missing");
    file = Files.createFile(temporary.resolve("file"));
    closed = Files.createDirectory(temporary.resolve("closed"));
    closed.toFile().setWritable(false); // of no effect on a superuser
    good = Files.createDirectory(temporary.resolve("good"));
    List<String> unused = Logs.take();
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void onlyItsOwnerCanEnter() throws IOException {
    try (MeetingPlace place = MeetingPlace.create(List.of(good))) {
      Path folder = place.directory().path();
      assertThat(folder).hasParent(good);
      assertThat(Files.getPosixFilePermissions(folder))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      assertThat(place.files().invitation())
          .hasSize(2)
          .allMatch(path -> folder.equals(Path.of(path).getParent()));
      place.abandon();
    }
    assertThat(in(good)).isEmpty();
    assertThat(Logs.take()).isEmpty();
  }

  @Test
  void theFirstFolderThatWillDoIsUsed() throws IOException {
    try (MeetingPlace place = MeetingPlace.create(List.of(missing, file, good, closed))) {
      assertThat(place.directory().path()).hasParent(good);
      assertThat(in(good)).hasSize(1);
      place.files().close();
    }
    assertThat(in(good)).as("its names are gone").isEmpty();
    assertThat(Logs.take())
        .containsExactly(
            "WARNING " + missing + " has no room for the memory of a worker",
            "WARNING " + file + " has no room for the memory of a worker");
  }

  @Test
  void whereNobodyMayWriteNothingIsLeft() throws IOException {
    boolean superuser = Files.isWritable(closed);
    try (MeetingPlace place = MeetingPlace.create(List.of(closed, good))) {
      assertThat(place.directory().path()).hasParent(superuser ? closed : good);
      place.files().close();
    }
    assertThat(in(closed)).isEmpty();
    assertThat(in(good)).isEmpty();
  }

  @Test
  void ifNoFolderWillDoAllAreNamed() {
    assertThatThrownBy(() -> MeetingPlace.create(List.of(missing, file)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> MeetingPlace.create(List.of())).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsAbandonedIsGivenBack() throws IOException {
    MeetingPlace place = MeetingPlace.create(List.of(good));
    Path request = Path.of(place.files().invitation().get(0));
    Path link = temporary.resolve("link");
    Files.createLink(link, request);
    assertThat(link).isNotEmptyFile();
    place.abandon();
    assertThat(link).isEmptyFile();
    assertThat(in(good)).isEmpty();
  }

  // ---- too little room ----

  /** Creates one in the folders that are named, and prints what came of it. */
  static final class Main {
    private Main() {}

    public static void main(String[] folders) {
      try (MeetingPlace place = MeetingPlace.create(Stream.of(folders).map(Path::of).toList())) {
        Path request = Path.of(place.files().invitation().get(0));
        System.out.println("size " + Files.size(request));
      } catch (IOException e) {
        System.out.println("failed: " + e.getMessage());
      }
    }
  }

  /** Runs that where no file can be larger than so many blocks of 512 bytes. */
  private static String outputWithin(int blocks, Path... folders) throws IOException {
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            "/bin/sh",
                            "-c",
                            "ulimit -f " + blocks + " && exec \"$@\"",
                            "sh",
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:-UsePerfData",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName()),
                        Stream.of(folders).map(Path::toString))
                    .toList())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(Await.value(process.onExit()).exitValue()).isZero();
    return output;
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ifThereIsLittleRoomTheRingsAreSmaller() throws IOException {
    assertThat(outputWithin(1024, good)).contains("size " + (SharedFiles.CAPACITY + 33792));
    assertThat(outputWithin(160, good)).contains("size " + (SharedFiles.CAPACITY / 8 + 33792));
    assertThat(in(good)).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ifThereIsNoRoomNothingIsLeftBehind() throws IOException {
    Path other = Files.createDirectory(temporary.resolve("other"));
    assertThat(outputWithin(32, good, other))
        .contains("failed: there is no room")
        .contains(good.toString())
        .contains(other.toString());
    assertThat(in(good)).isEmpty();
    assertThat(in(other)).isEmpty();
  }
}
