package dev.brood.internal.pool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.WorkerOutput;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Lines go to the user's code one after the other, on a thread that nobody else waits for. */
class OutputWriterTest {
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(Await.SECONDS);

  private final PlayedHost host = new PlayedHost();
  private final List<String> taken = new CopyOnWriteArrayList<>();

  private boolean offer(OutputWriter writer, String line) {
    return writer.offer(host, false, null, line.getBytes(UTF_8));
  }

  @Test
  void linesComeInTheirOrderOnOneThread() {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    OutputWriter writer =
        new OutputWriter(
            "p",
            line -> {
              taken.add(line.text());
              threads.add(Thread.currentThread());
            });
    for (int i = 0; i < 1_000; i++) {
      assertThat(offer(writer, "line " + i)).isTrue();
    }
    writer.awaitEmpty(PATIENCE);
    assertThat(taken).hasSize(1_000).startsWith("line 0", "line 1").endsWith("line 999");
    assertThat(threads).containsOnly(threads.get(0)).doesNotContain(Thread.currentThread());
  }

  @Test
  void whatIsKnownOfALineIsTold() {
    BlockingQueue<WorkerOutput.Line> lines = new LinkedBlockingQueue<>();
    OutputWriter writer = new OutputWriter("p", lines::add);
    writer.offer(host, true, "A.b(int)", "text".getBytes(UTF_8));
    writer.awaitEmpty(PATIENCE);
    WorkerOutput.Line line = lines.remove();
    assertThat(line.worker()).isEqualTo("host");
    assertThat(line.pid()).isEqualTo(1);
    assertThat(line.isError()).isTrue();
    assertThat(line.call()).hasValue("A.b(int)");
    assertThat(line.text()).isEqualTo("text");
    assertThat(line).hasToString("[host A.b(int)] text");
  }

  @Test
  void asLongAsNobodyTakesThemThereIsRoomForSoManyLinesOnly() {
    CountDownLatch gate = new CountDownLatch(1);
    OutputWriter writer =
        new OutputWriter(
            "p",
            line -> {
              Await.latch(gate);
              taken.add(line.text());
            });
    String line = "x".repeat(8 << 10);
    int offered = 0;
    while (offer(writer, line)) {
      offered++;
      assertThat(offered).isLessThan(1_000);
    }
    assertThat(offer(writer, "")).as("an empty one takes memory too").isFalse();
    writer.awaitEmpty(1);
    assertThat(taken).isEmpty();
    gate.countDown();
    writer.awaitEmpty(PATIENCE);
    assertThat(taken).hasSize(offered);
    assertThat(offer(writer, line)).isTrue();
  }

  @Test
  void emptyLinesTakeMemoryToo() {
    CountDownLatch gate = new CountDownLatch(1);
    OutputWriter writer = new OutputWriter("p", line -> Await.latch(gate));
    int offered = 0;
    while (offer(writer, "")) {
      offered++;
      assertThat(offered).isLessThan(100_000);
    }
    gate.countDown();
    writer.awaitEmpty(PATIENCE);
  }

  @Test
  void whoeverWaitsForRoomGetsIt() {
    CountDownLatch gate = new CountDownLatch(1);
    OutputWriter writer = new OutputWriter("p", line -> Await.latch(gate));
    Future<Integer> offering =
        Threads.run(
            () -> {
              int offered = 0;
              for (int i = 0; i < 2_000; i++) {
                while (!offer(writer, "x".repeat(1_000))) {
                  gate.countDown();
                }
                offered++;
              }
              return offered;
            });
    assertThat(Await.value(offering)).isEqualTo(2_000);
  }

  @Test
  void anExceptionCostsOneLineAndIsToldOnce() {
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    OutputWriter writer =
        new OutputWriter(
            "p",
            line -> {
              if (line.text().startsWith("bad")) {
                throw new IllegalStateException(line.text());
              }
              taken.add(line.text());
            },
            failures::add);
    for (String text : List.of("one", "bad 1", "two", "bad 2", "three")) {
      assertThat(offer(writer, text)).isTrue();
    }
    writer.awaitEmpty(PATIENCE);
    assertThat(taken).containsExactly("one", "two", "three");
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).hasMessage("bad 1");
  }

  @Test
  void evenIfNobodyCanBeToldTheLinesGoOn() {
    OutputWriter writer =
        new OutputWriter(
            "p",
            line -> {
              taken.add(line.text());
              throw new IllegalStateException("each time");
            },
            failure -> {
              throw new IllegalStateException("so does the logger");
            });
    for (int i = 0; i < 10; i++) {
      assertThat(offer(writer, "line " + i)).isTrue();
      writer.awaitEmpty(PATIENCE);
    }
    assertThat(taken).hasSize(10);
  }

  /** Notes what it is told. */
  private final class Noting implements WorkerOutput {
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void accept(Line line) {
      taken.add(line.text());
    }

    @Override
    public void flush() {
      taken.add("flush");
    }

    @Override
    public void close() {
      taken.add("close");
      closed.countDown();
    }
  }

  @Test
  void theEndComesOnceAndAfterEverything() {
    Noting noting = new Noting();
    OutputWriter writer = new OutputWriter("p", noting);
    assertThat(offer(writer, "one")).isTrue();
    writer.awaitEmpty(PATIENCE);
    assertThat(taken).containsExactly("one", "flush");
    assertThat(offer(writer, "two")).isTrue();
    writer.end();
    Await.latch(noting.closed);
    assertThat(taken).containsExactly("one", "flush", "two", "flush", "close");
    writer.end();
    assertThat(offer(writer, "of a grandchild")).as("dropped").isTrue();
    writer.awaitEmpty(PATIENCE);
    Await.until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(this::isWriters));
    assertThat(taken).hasSize(5);
  }

  private boolean isWriters(Thread thread) {
    return thread.getName().equals("brood p output");
  }

  @Test
  void whereNothingWasWrittenTheEndIsToldAllTheSame() {
    Noting noting = new Noting();
    new OutputWriter("p", noting).end();
    Await.latch(noting.closed);
    assertThat(taken).containsExactly("close");
  }
}
