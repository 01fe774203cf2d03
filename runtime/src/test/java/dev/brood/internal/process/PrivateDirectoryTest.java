package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {
  private final String temporary = System.getProperty("java.io.tmpdir");

  @AfterEach
  void restore() {
    System.setProperty("java.io.tmpdir", temporary);
  }

  private static Path folderOf(PrivateDirectory directory) {
    Path folder = directory.resolve("file").getParent();
    assertThat(folder).isNotNull().isDirectory();
    return folder;
  }

  @Test
  void nobodyElseCanEnter() throws IOException {
    try (PrivateDirectory directory = new PrivateDirectory()) {
      assertThat(Files.getPosixFilePermissions(folderOf(directory)))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void itGoesWithAllThatIsInIt() throws IOException {
    Path folder;
    try (PrivateDirectory directory = new PrivateDirectory()) {
      folder = folderOf(directory);
      Files.writeString(directory.resolve("arguments"), "-version");
      Files.writeString(directory.resolve("socket"), "");
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void closingTwiceDoesNoHarm() throws IOException {
    PrivateDirectory directory = new PrivateDirectory();
    directory.close();
    directory.close();
  }

  @Test
  void itLiesInTheTemporaryFolder(@TempDir Path other) throws IOException {
    System.setProperty("java.io.tmpdir", other.toString());
    try (PrivateDirectory directory = new PrivateDirectory()) {
      assertThat(folderOf(directory)).hasParent(other);
    }
  }

  @Test
  void thePathOfASocketIsNeverTooLong(@TempDir Path other) throws IOException {
    Path deep = Files.createDirectories(other.resolve("x".repeat(50)).resolve("y".repeat(50)));
    System.setProperty("java.io.tmpdir", deep.toString());
    try (PrivateDirectory directory = new PrivateDirectory()) {
      assertThat(directory.resolve("socket").toString()).hasSizeLessThan(100);
    }
  }
}
