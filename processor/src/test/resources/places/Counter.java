package places;

import dev.brood.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts, and writes into a file when it is closed. */
@Parallel
public final class Counter implements AutoCloseable {
  private static final AtomicInteger CREATED = new AtomicInteger();

  private final String file;
  private int count;

  public Counter(int start, String file) throws IOException {
    CREATED.incrementAndGet();
    if (start < 0) {
      throw new IOException("no negative start: " + start);
    }
    this.count = start;
    this.file = file;
  }

  Counter(List<Integer> numbers) {
    CREATED.incrementAndGet();
    this.count = numbers.stream().mapToInt(Integer::intValue).sum();
    this.file = "";
  }

  public int add(int number) {
    count += number;
    return count;
  }

  public Where where() {
    return new Where(ProcessHandle.current().pid(), System.identityHashCode(this));
  }

  /** Which object answers, and in which process. */
  public record Where(long pid, int object) {}

  void fail(String message) throws IOException {
    throw new IOException(message);
  }

  @Parallel
  static int created() {
    return CREATED.get();
  }

  @Override
  public void close() throws IOException {
    if (!file.isEmpty()) {
      Files.writeString(
          Path.of(file), "closed at " + count + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
