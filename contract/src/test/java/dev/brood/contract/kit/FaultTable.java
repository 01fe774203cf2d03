package dev.brood.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.WorkerCrashedException;
import dev.brood.WorkerEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of faults that the documentation holds. Tests enter what they have seen, and fail if
 * the documentation says something else; with the property {@code faults.write} they write it.
 */
public final class FaultTable {
  private static final Path DOCUMENT = Path.of("..", "docs", "FAULTS.md");
  private static final String HEAD = "| fault | what the caller sees | the pool serves on after |";
  private static final boolean WRITING = Boolean.getBoolean("faults.write");

  private final Map<String, String> rows = new LinkedHashMap<>();

  /** What a caller sees of a failure, without what differs from run to run. */
  public static String words(Throwable failure) {
    String type = "`" + failure.getClass().getSimpleName() + "`";
    if (failure instanceof WorkerCrashedException crash) {
      WorkerEnd end = crash.end();
      return type
          + ", `"
          + end.kind()
          + "`"
          + end.exitCode().stream().mapToObj(code -> ", exit code " + code).findFirst().orElse("")
          + end.signal().map(signal -> ", " + signal).orElse("")
          + (end.crashReport().isEmpty() ? "" : ", with the head of the crash file");
    }
    return type;
  }

  /**
   * Enters a row.
   *
   * @param millis how long the next call took
   */
  public void enter(String fault, String seen, long millis) {
    String row = "| " + fault + " | " + seen + " |";
    rows.put(row, row + " " + millis + " ms |");
    if (!WRITING) {
      assertThat(lines()).as("the table in %s", DOCUMENT).anyMatch(line -> line.startsWith(row));
    }
  }

  /** Writes the table, if asked to. */
  public void finish() throws IOException {
    if (!WRITING) {
      return;
    }
    List<String> lines = lines();
    List<String> before = lines.subList(0, lines.indexOf(HEAD) + 2);
    List<String> after =
        lines.stream().skip(before.size()).dropWhile(line -> line.startsWith("|")).toList();
    StringBuilder text = new StringBuilder();
    before.forEach(line -> text.append(line).append('\n'));
    rows.values().forEach(row -> text.append(row).append('\n'));
    after.forEach(line -> text.append(line).append('\n'));
    Files.writeString(DOCUMENT, text);
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
