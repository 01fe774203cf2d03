package dev.brood.example.wordcount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.brood.Pool;
import dev.brood.example.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordCountTest {
  @TempDir Path folder;
  private final Printed out = new Printed();

  @Test
  void countsItsOwnTextsInline() throws Exception {
    try (Pool pool = Pool.inline()) {
      WordCount.run(pool, WordCount.ownTexts(), out.stream());
    }
    assertThatTheMostFrequentArePrinted();
  }

  @Test
  void countsItsOwnTextsInWorkers() throws Exception {
    try (Pool pool = Pool.start(2)) {
      WordCount.run(pool, WordCount.ownTexts(), out.stream());
    }
    assertThatTheMostFrequentArePrinted();
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void countsManyFilesInFoldersOfAnyDepth() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("a").resolve("b"));
    for (int i = 0; i < 200; i++) {
      write(i % 2 == 0 ? folder : deep, i + ".txt", "one two" + " two".repeat(i % 3));
    }
    try (Pool pool = Pool.start(2)) {
      assertThat(WordCount.run(pool, folder, out.stream()))
          .containsOnly(entry("one", 200L), entry("two", 399L));
    }
  }

  @Test
  void takesLettersForWords() throws Exception {
    Path file = write(folder, "words.txt", "Don't stop: Größe, battle-field -- don't 42 'we'!\n");

    assertThat(Words.count(file))
        .containsOnly(
            entry("don't", 2L),
            entry("stop", 1L),
            entry("größe", 1L),
            entry("battle-field", 1L),
            entry("we", 1L));
  }

  @Test
  void countsNothingInAnEmptyFolder() throws Exception {
    try (Pool pool = Pool.inline()) {
      assertThat(WordCount.run(pool, folder, out.stream())).isEqualTo(Map.of());
    }
    assertThat(out.text()).startsWith("0 files");
  }

  @Test
  void failsIfThereIsNoSuchFolder() {
    try (Pool pool = Pool.inline()) {
      assertThatThrownBy(() -> WordCount.run(pool, folder.resolve("nowhere"), out.stream()))
          .isInstanceOf(NoSuchFileException.class);
    }
  }

  private void assertThatTheMostFrequentArePrinted() {
    assertThat(out.text()).startsWith("5 files below ").contains("Both count 1,");
    assertThat(out.lines().stream().dropWhile(line -> !line.startsWith("Both count")))
        .hasSize(1 + 10)
        .element(1)
        .asString()
        .endsWith("  the");
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
