package dev.brood.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.WorkerCrashedException;
import dev.brood.WorkerEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * The table of faults that the documentation holds. Tests enter what they have seen, and fail if
 * the documentation says something else, or something that none of them has seen; with the property
 * {@code faults.write} they write it.
 */
public final class FaultTable implements TestWatcher, AfterAllCallback {
  private static final Path DOCUMENT = Path.of("..", "docs", "FAULTS.md");
  private static final String HEAD = "| fault | what the caller sees | the pool serves on after |";
  private static final boolean WRITING = Boolean.getBoolean("faults.write");

  /** Whole rows, by their faults. */
  private final Map<String, String> rows = new LinkedHashMap<>();

  /** The tests that have passed, or were skipped. */
  private final Set<Method> over = new HashSet<>();

  private boolean failed;

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

  /** Keeps a row as it is in the documentation, unless it is entered: its test may be skipped. */
  public void keep(String fault) {
    documented().stream()
        .filter(row -> fault(row).equals(fault))
        .forEach(row -> rows.put(fault, row));
  }

  /**
   * Enters a row.
   *
   * @param millis how long the next call took
   */
  public void enter(String fault, String seen, long millis) {
    String row = "| " + fault + " | " + seen + " |";
    rows.put(fault, row + " " + millis + " ms |");
    if (!WRITING) {
      assertThat(lines()).as("the table in %s", DOCUMENT).anyMatch(line -> line.startsWith(row));
    }
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    over.add(context.getRequiredTestMethod());
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    over.add(context.getRequiredTestMethod());
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    failed = true;
  }

  /** Who runs some of the tests, or is told of a failure, has not seen everything. */
  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    List<Method> all =
        AnnotationSupport.findAnnotatedMethods(
            context.getRequiredTestClass(), Testable.class, HierarchyTraversalMode.TOP_DOWN);
    if (!failed && over.containsAll(all)) {
      finish();
    }
  }

  /** Compares the table with what was seen, or writes it if asked to. */
  private void finish() throws IOException {
    List<String> documented = documented();
    if (!WRITING) {
      assertThat(documented.stream().map(FaultTable::fault))
          .as("the faults in %s that a test has seen", DOCUMENT)
          .isSubsetOf(rows.keySet());
      return;
    }
    List<String> lines = lines();
    List<String> before = lines.subList(0, lines.indexOf(HEAD) + 2);
    List<String> after = lines.subList(before.size() + documented.size(), lines.size());
    StringBuilder text = new StringBuilder();
    before.forEach(line -> text.append(line).append('\n'));
    rows.values().forEach(row -> text.append(row).append('\n'));
    after.forEach(line -> text.append(line).append('\n'));
    Files.writeString(DOCUMENT, text);
  }

  private static String fault(String row) {
    return row.substring("| ".length(), row.indexOf(" |", "| ".length()));
  }

  /** The rows of the table. */
  private static List<String> documented() {
    List<String> lines = lines();
    return lines.stream()
        .skip(lines.indexOf(HEAD) + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
