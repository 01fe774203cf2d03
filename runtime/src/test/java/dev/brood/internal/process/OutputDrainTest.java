package dev.brood.internal.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A worker's output reaches the parent's streams, and takes little memory on its way. */
class OutputDrainTest {
  private static final int MAX_LINE = 8 << 10;
  private static final int REMEMBERED = 20;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /** Labels lines with what was running, if anything was. */
  private static OutputDrain.Lines to(OutputStream out) {
    return (call, line) -> {
      try {
        out.write((call == null ? "[w] " : "[" + call + "] ").getBytes(ISO_8859_1));
        out.write(line);
        out.write('\n');
        out.flush();
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private OutputDrain drained(String output) {
    return drained(new ByteArrayInputStream(output.getBytes(ISO_8859_1)), written);
  }

  private static OutputDrain drained(InputStream from, OutputStream to) {
    return drained(from, to(to), () -> {});
  }

  private static OutputDrain drained(InputStream from, OutputDrain.Lines to, Runnable bell) {
    OutputDrain drain = OutputDrain.start(from, to, "w", bell);
    drain.awaitEnd(TimeUnit.SECONDS.toMillis(Await.SECONDS));
    return drain;
  }

  private String written() {
    return written.toString(ISO_8859_1);
  }

  @Test
  void eachLineIsLabelled() {
    OutputDrain drain = drained("one\n\nthree\n");
    assertThat(written()).isEqualTo("[w] one\n[w] \n[w] three\n");
    assertThat(drain.lastLines()).containsExactly("one", "", "three");
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(drained("one\ntwo").lastLines()).containsExactly("one", "two");
    assertThat(written()).isEqualTo("[w] one\n[w] two\n");
  }

  @Test
  void whatEveryJvmSaysIsPassedOnAndForgotten() {
    String banners =
        "Picked up JAVA_TOOL_OPTIONS: -Dx\nNOTE: Picked up JDK_JAVA_OPTIONS: -Dy\nPicked up it\n";
    assertThat(drained(banners).lastLines()).containsExactly("Picked up it");
    assertThat(written().lines()).hasSize(3);
  }

  @Test
  void nothingIsWrittenForNothing() {
    assertThat(drained("").lastLines()).isEmpty();
    assertThat(written()).isEmpty();
  }

  @Test
  void onlyTheLastLinesAreRemembered() {
    StringBuilder output = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      output.append("line ").append(i).append('\n');
    }
    assertThat(drained(output.toString()).lastLines())
        .hasSize(REMEMBERED)
        .startsWith("line 980")
        .endsWith("line 999");
    assertThat(written().lines()).hasSize(1000);
  }

  @Test
  void zeroBytesRingTheBellAndAreTakenOut() {
    AtomicInteger rings = new AtomicInteger();
    InputStream from = new ByteArrayInputStream("\0first\n\0\0sec\0ond\n\0".getBytes(ISO_8859_1));
    drained(from, to(written), rings::incrementAndGet);
    assertThat(written()).isEqualTo("[w] first\n[w] second\n");
    assertThat(rings).hasValue(5);
  }

  @Test
  void aNameIsThatOfTheCallThatWritesFromHereOn() {
    drained("one\n\0\1a.b(int)\0two\nthr\0\1c\0ee\nfour\n\n\0\1\0five\n");
    assertThat(written())
        .isEqualTo("[w] one\n[a.b(int)] two\n[a.b(int)] three\n[c] four\n[c] \n[w] five\n");
  }

  @Test
  void whatIsTooLongForANameIsNone() {
    String text = "x".repeat(600);
    drained("\0\1" + text + "\nend\n");
    assertThat(written()).isEqualTo("[w] " + text + "\n[w] end\n");
  }

  @Test
  void whatTheUsersBytesNameIsNotTrusted() {
    drained("\0\1fake\nname\0text\n\0\1\1\0more\n\0\0\0\1");
    assertThat(written()).isEqualTo("[fake\nname] text\n[\1] more\n");
  }

  @Test
  void asLongAsThereIsNoRoomBellsAreRungOnSuspicion() {
    AtomicInteger rings = new AtomicInteger();
    InputStream from = new ByteArrayInputStream("one\ntwo\n".getBytes(ISO_8859_1));
    OutputDrain.Lines full = (call, line) -> rings.get() >= 10 && to(written).offer(call, line);
    OutputDrain drain = drained(from, full, rings::incrementAndGet);
    assertThat(rings).hasValue(10);
    assertThat(written()).isEqualTo("[w] one\n[w] two\n");
    assertThat(drain.lastLines()).containsExactly("one", "two");
  }

  @Test
  void bytesThatAreNoTextPassThrough() {
    byte[] binary = new byte[1000];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) (i == '\n' || (byte) i == 0 ? 1 : i);
    }
    drained(new ByteArrayInputStream(binary), written);
    String passed = written().replace("[w] ", "").replace("\n", "");
    assertThat(passed).isEqualTo(new String(binary, ISO_8859_1).replace("\n", ""));
  }

  @Test
  void anEndlessLineIsCutIntoPieces() {
    OutputDrain drain = drained("x".repeat(MAX_LINE + 5) + "\nend\n");
    assertThat(drain.lastLines()).containsExactly("x".repeat(MAX_LINE), "xxxxx", "end");
    assertThat(written().lines()).allMatch(line -> line.startsWith("[w] "));
  }

  @Test
  void manyMegabytesAreNotKept() {
    InputStream megabytes =
        new InputStream() {
          private int left = 32 << 20;

          @Override
          public int read() {
            throw new AssertionError("reads are in bulk");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            int count = Math.min(length, left);
            left -= count;
            Arrays.fill(buffer, offset, offset + count, (byte) 'x');
            return count == 0 ? -1 : count;
          }
        };
    OutputDrain drain = drained(megabytes, OutputStream.nullOutputStream());
    assertThat(drain.lastLines())
        .hasSize(REMEMBERED)
        .allSatisfy(line -> assertThat(line).hasSize(MAX_LINE));
  }

  @Test
  void aLineIsPassedOnBeforeTheStreamEnds() throws IOException {
    PipedOutputStream worker = new PipedOutputStream();
    try (PipedInputStream from = new PipedInputStream(worker);
        PipedInputStream reader = new PipedInputStream();
        OutputStream to = new PipedOutputStream(reader)) {
      OutputDrain drain = OutputDrain.start(from, to(to), "w", () -> {});
      worker.write("now\n".getBytes(US_ASCII));
      worker.flush();
      assertThat(Await.value(Threads.run(() -> reader.readNBytes("[w] now\n".length()))))
          .asString(US_ASCII)
          .isEqualTo("[w] now\n");
      worker.close();
      drain.awaitEnd(TimeUnit.SECONDS.toMillis(Await.SECONDS));
      assertThat(drain.lastLines()).containsExactly("now");
    }
  }

  @Test
  void waitingForTheEndIsBoundedAndKeepsInterrupts() throws IOException {
    PipedOutputStream worker = new PipedOutputStream();
    try (PipedInputStream from = new PipedInputStream(worker)) {
      OutputDrain drain = OutputDrain.start(from, to(written), "w", () -> {});
      drain.awaitEnd(1); // a grandchild holds the stream open
      Thread.currentThread().interrupt();
      drain.awaitEnd(TimeUnit.HOURS.toMillis(1));
      assertThat(Thread.interrupted()).isTrue();
      worker.close();
      drain.awaitEnd(TimeUnit.SECONDS.toMillis(Await.SECONDS));
      assertThat(drain.lastLines()).isEqualTo(List.of());
    }
  }

  @Test
  void aStreamThatBreaksHasEnded() {
    InputStream broken =
        new InputStream() {
          private boolean read;

          @Override
          public int read() {
            throw new AssertionError("reads are in bulk");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            if (read) {
              throw new IOException("broken pipe");
            }
            read = true;
            buffer[offset] = 'x';
            return 1;
          }
        };
    assertThat(drained(broken, written).lastLines()).containsExactly("x");
  }
}
