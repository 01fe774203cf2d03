package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {
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
}
