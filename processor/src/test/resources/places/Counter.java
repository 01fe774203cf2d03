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
  private final int start;
  private int count;

  public Counter(int start, String file) throws IOException {
    CREATED.incrementAndGet();
    if (start < 0) {
      throw new IOException("no negative start: " + start);
    }
    this.start = start;
    this.count = start;
    this.file = file;
  }

  Counter(List<Integer> numbers) {
    CREATED.incrementAndGet();
    this.start = numbers.stream().mapToInt(Integer::intValue).sum();
    this.count = start;
    this.file = "";
  }

  public int add(int number) {
    count += number;
    return count;
  }

  public Tally next() {
    return new Tally(ProcessHandle.current().pid(), System.identityHashCode(this), ++count);
  }

  /** How far an object has counted, and in which process. */
  public record Tally(long pid, int object, int count) {}

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
          Path.of(file), "closed after " + start + "\n", StandardOpenOption.APPEND);
    }
  }
}
