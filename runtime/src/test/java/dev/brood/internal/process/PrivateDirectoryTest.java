package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {
  /** More than a system ever gives to a process. */
  private static final long DEAD = 999_999_999;

  @TempDir private Path parent;

  private static Path folderOf(PrivateDirectory directory) {
    Path folder = directory.resolve("file").getParent();
    assertThat(folder).isNotNull().isDirectory();
    return folder;
  }

  @Test
  void nobodyElseCanEnter() throws IOException {
    try (PrivateDirectory directory = new PrivateDirectory(parent)) {
      assertThat(Files.getPosixFilePermissions(folderOf(directory)))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void itGoesWithAllThatIsInIt() throws IOException {
    Path folder;
    try (PrivateDirectory directory = new PrivateDirectory(parent)) {
      folder = folderOf(directory);
      Files.writeString(directory.resolve("arguments"), "-version");
      Files.writeString(directory.resolve("request"), "");
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void closingTwiceDoesNoHarm() throws IOException {
    PrivateDirectory directory = new PrivateDirectory(parent);
    directory.close();
    directory.close();
  }

  @Test
  void theTemporaryFolderIsTheLastResort() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    assertThat(PrivateDirectory.parents()).endsWith(temporary).allMatch(Files::isDirectory);
  }

  private Path folder(String name, Instant modified) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(name));
    Files.writeString(folder.resolve("request"), "");
    Files.setLastModifiedTime(folder, FileTime.from(modified));
    return folder;
  }

  @Test
  void whatADeadProcessHasLeftIsSwept() throws IOException {
    Instant now = Instant.now();
    Instant longAgo = now.minus(Duration.ofHours(1));
    Path left = folder("brood-" + DEAD + "-1", longAgo);
    List<Path> others =
        List.of(
            folder("brood-" + DEAD + "-3", now.minusSeconds(10)), // perhaps of another container
            folder("brood-" + DEAD + "-4-x", longAgo),
            folder("brood-5", longAgo));
    PrivateDirectory.sweep(parent, now);
    assertThat(left).doesNotExist();
    assertThat(others).allMatch(Files::isDirectory);
    PrivateDirectory.sweep(parent.resolve("nothing"), now);
  }

  /** As the first process of a container has that of the container before. */
  @Test
  void whatALaterProcessOfTheSameNumberCannotHaveLeftIsSwept() throws IOException {
    long pid = ProcessHandle.current().pid();
    Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
    Path before = folder("brood-" + pid + "-1", start.minus(Duration.ofMinutes(3)));
    Path its = folder("brood-" + pid + "-2", start);
    PrivateDirectory.sweep(parent, start.plus(Duration.ofHours(1)));
    assertThat(before).doesNotExist();
    assertThat(its).isDirectory();
  }

  @Test
  void whatCannotBeSweptKeepsNothingElse() throws IOException {
    Instant longAgo = Instant.now().minus(Duration.ofHours(1));
    List<Path> left = new ArrayList<>();
    List<Path> full = new ArrayList<>();
    for (int i = 10; i < 18; i++) { // in whatever order they are found
      left.add(folder("brood-" + DEAD + "-1" + i, longAgo));
      Path odd = folder("brood-" + DEAD + "-2" + i, longAgo);
      Files.createDirectories(odd.resolve("folder/folder"));
      Files.setLastModifiedTime(odd, FileTime.from(longAgo));
      full.add(odd);
    }
    PrivateDirectory.sweep(parent, Instant.now());
    assertThat(left).noneMatch(Files::exists);
    assertThat(full).allMatch(Files::isDirectory);
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Instant longAgo = Instant.now().minus(Duration.ofHours(1));
    Path elsewhere = folder("elsewhere", longAgo);
    Path link = Files.createSymbolicLink(parent.resolve("brood-" + DEAD + "-1"), elsewhere);
    Path left = folder("brood-" + DEAD + "-2", longAgo);
    Files.createSymbolicLink(left.resolve("link"), elsewhere);
    PrivateDirectory.sweep(parent, Instant.now().plus(Duration.ofHours(1)));
    assertThat(left).doesNotExist();
    assertThat(link).isSymbolicLink();
    assertThat(elsewhere.resolve("request")).exists();
  }

  @Test
  void anotherUsersFolderIsLeftAlone() throws IOException {
    Instant longAgo = Instant.now().minus(Duration.ofHours(1));
    Path theirs = folder("brood-" + DEAD + "-1", longAgo);
    Path ours = folder("brood-" + DEAD + "-2", longAgo);
    Assumptions.assumeTrue(giveAway(theirs), "only root can");
    PrivateDirectory.sweep(parent, Instant.now());
    assertThat(theirs.resolve("request")).exists();
    assertThat(ours).doesNotExist();
  }

  private static boolean giveAway(Path folder) {
    try {
      UserPrincipal other =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("65534");
      Files.setOwner(folder, other);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
