package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Call;
import dev.brood.Pool;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods without a result, for many inputs. */
class PoolForEachTest {
  @TempDir Path folder;

  @AfterEach
  void noWorkerIsLeft() {
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  /** Workers that find this class, also where tests run as a part of the runtime's module. */
  private static Pool start(int workers) {
    Module module = Pool.class.getModule();
    String[] arguments =
        module.isNamed()
            ? new String[] {
              "--patch-module",
              module.getName() + "=" + Path.of("target", "test-classes").toAbsolutePath()
            }
            : new String[0];
    return Pool.builder().workers(workers).jvmArguments(arguments).start();
  }

  @Test
  void runsOneCallForEachInputInTheWorkers() throws IOException {
    Path file = Files.createFile(folder.resolve("notes"));
    List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
    try (Pool pool = start(2)) {
      pool.forEach(numbers, number -> Note.call(file, number));
      assertThat(Files.readAllLines(file).stream().map(Integer::valueOf))
          .containsExactlyInAnyOrderElementsOf(numbers);
    }
  }

  @Test
  void takesArraysAndStreams() throws IOException {
    Path file = Files.createFile(folder.resolve("notes"));
    List<String> closed = new ArrayList<>();
    try (Pool pool = Pool.inline()) {
      pool.forEach(new Integer[] {3, 1}, number -> Note.call(file, number));
      pool.forEach(
          Stream.of(4, 2).onClose(() -> closed.add("closed")), number -> Note.call(file, number));
    }
    assertThat(Files.readAllLines(file)).containsExactly("3", "1", "4", "2");
    assertThat(closed).hasSize(1);
  }

  @Test
  void theFirstFailureEndsIt() throws IOException {
    Path file = Files.createFile(folder.resolve("notes"));
    Stream<Integer> endless = Stream.iterate(2, number -> number - 1);
    try (Pool pool = start(1)) {
      assertThatThrownBy(() -> pool.forEach(endless, number -> Note.call(file, number)))
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("the call for input 3 failed")
          .hasCauseInstanceOf(IllegalArgumentException.class);
      pool.call(Note.call(file, 7));
    }
    assertThat(Files.readAllLines(file)).startsWith("2", "1", "0").endsWith("7");
  }

  @Test
  void noInputMeansNoCall() {
    try (Pool pool = Pool.inline()) {
      pool.forEach(List.<Integer>of(), number -> Note.call(folder, number));
    }
  }

  /** What the first inputs became can be collected while the last ones are still to come. */
  @Test
  void keepsNothingOfWhatIsDone() {
    FirstIsForgotten inputs = new FirstIsForgotten();
    try (Pool pool = Pool.inline()) {
      pool.forEach(() -> inputs, Note::callWith);
    }
    assertThat(inputs.forgotten).isTrue();
  }

  /** Tells at its end whether anything but itself remembers the first call's argument. */
  private static final class FirstIsForgotten implements Iterator<String> {
    private static final int COUNT = 50_000;

    private @Nullable Reference<String> first;
    private int given;
    boolean forgotten;

    @Override
    public boolean hasNext() {
      if (given == COUNT) {
        for (int i = 0; i < 100 && !forgotten; i++) {
          System.gc();
          forgotten = first != null && first.refersTo(null);
        }
      }
      return given < COUNT;
    }

    @Override
    public String next() {
      String next = Integer.toString(given++);
      if (first == null) {
        first = new WeakReference<>(next);
      }
      return next;
    }
  }

  /** By hand what the processor would generate. */
  private static final class Note extends WireCall<Void> {
    private final String file;
    private final String line;

    private Note(String file, String line) {
      super(Worker.TABLE, 0);
      this.file = file;
      this.line = line;
    }

    static Call<Void> call(Path file, int number) {
      return new Note(file.toString(), Integer.toString(number));
    }

    static Call<Void> callWith(String line) {
      return new Note("", line);
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeString(file);
      out.writeString(line);
    }

    @Override
    public Void readResult(WireReader in) {
      return null;
    }
  }

  private static final class Worker extends EntryPoints {
    static final Worker TABLE = new Worker();

    static {
      register(TABLE);
    }

    private Worker() {
      super(1, "PoolForEachTest.note(String, String)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws IOException {
      WireReader in = invocation.arguments();
      String file = in.readString();
      String line = in.readString();
      invocation.begin();
      if (line.startsWith("-")) {
        throw new IllegalArgumentException(line);
      }
      if (!file.isEmpty()) {
        Files.writeString(Path.of(file), line + "\n", StandardOpenOption.APPEND);
      }
      invocation.result();
    }
  }
}
