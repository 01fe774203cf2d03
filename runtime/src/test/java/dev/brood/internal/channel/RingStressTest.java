package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.fixtures.Bytes;
import dev.brood.internal.process.PrivateDirectory;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both sides go to sleep and are woken at every moment that there is, and nobody sleeps for less
 * than an hour: a wake-up that is lost is a hang. The system property {@code brood.stress.seconds}
 * says for how long each test does that.
 */
class RingStressTest {
  static final long FOR_EVER = TimeUnit.HOURS.toNanos(1);

  private static final int SECONDS = Integer.getInteger("brood.stress.seconds", 5);
  private static final int CAPACITY = 4096;
  private static final int MOST = 3 * CAPACITY;

  @TempDir private Path parent;

  /** A frame whose table is the checksum of its body, which is mostly small. */
  static Frame frame(long sequence, Random random) {
    int kind = random.nextInt(200);
    byte[] body = new byte[kind == 0 ? random.nextInt(MOST) : kind < 20 ? 0 : random.nextInt(64)];
    random.nextBytes(body);
    return Frame.call(sequence, checksum(sequence, body), 0, Bytes.whole(body));
  }

  static void check(Frame frame, long sequence) {
    if (frame.sequence() != sequence
        || frame.table() != checksum(sequence, frame.body().toByteArray())) {
      throw new AssertionError(frame + " came instead of " + sequence);
    }
  }

  private static int checksum(long sequence, byte[] body) {
    CRC32 crc = new CRC32();
    crc.update((int) sequence);
    crc.update(body);
    return (int) crc.getValue() & Integer.MAX_VALUE;
  }

  /** Now and then it is idle for about as long as the other side spins, or yields. */
  private static void pause(Random random) {
    int kind = random.nextInt(8);
    if (kind < 2) {
      int micros = kind == 0 ? 0 : 40;
      int spread = kind == 0 ? 3_000 : 20_000;
      long until =
          System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros) + random.nextInt(spread);
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
    }
  }

  /** Sends back what comes, until the other side has ended. */
  static void echo(RingChannel channel, Random random) throws IOException {
    long next = 0;
    while (true) {
      List<Frame> frames = Frames.apart(channel.receive());
      if (frames.isEmpty() && channel.isEnded()) {
        return;
      }
      for (Frame frame : frames) {
        check(frame, next++);
        pause(random);
        channel.send(List.of(frame));
        channel.flush();
      }
    }
  }

  /** Sends bursts, and receives all that comes back; tells how many frames there were. */
  private static long play(RingChannel channel, Random random) throws IOException {
    long since = System.nanoTime();
    long sent = 0;
    long received = 0;
    while (System.nanoTime() - since < TimeUnit.SECONDS.toNanos(SECONDS)) {
      int burst = random.nextInt(4) == 0 ? 1 + random.nextInt(64) : 1;
      List<Frame> frames = new ArrayList<>();
      for (int i = 0; i < burst; i++) {
        frames.add(frame(sent++, random));
        if (random.nextInt(8) == 0) {
          channel.send(frames);
          frames = new ArrayList<>();
          pause(random);
        }
      }
      channel.send(frames);
      while (received < sent) {
        List<Frame> some = Frames.apart(channel.receive());
        if (some.isEmpty()) {
          throw new AssertionError("the other side has ended after " + received);
        }
        for (Frame frame : some) {
          check(frame, received++);
        }
      }
      pause(random);
    }
    channel.endSending();
    return received;
  }

  /** A wake-up that is lost is a hang. */
  private static long value(Future<Long> future) throws Exception {
    return future.get(SECONDS + 60L, TimeUnit.SECONDS);
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void betweenThreadsNoWakeUpIsLost() throws Exception {
    RingChannel.Pair pair = RingChannel.Pair.create(CAPACITY);
    pair.pool().sleepAtLeast(FOR_EVER);
    pair.worker().sleepAtLeast(FOR_EVER);
    Future<Long> echo =
        Threads.run(
            () -> {
              echo(pair.worker(), new Random(2));
              return 0L;
            });
    Future<Long> played = Threads.run(() -> play(pair.pool(), new Random(1)));
    long rounds = value(played);
    value(echo);
    System.out.println(rounds + " frames went to a thread and back");
    assertThat(rounds).isPositive();
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void betweenProcessesNoWakeUpIsLost() throws Exception {
    try (PrivateDirectory directory = new PrivateDirectory(parent);
        SharedFiles files = new SharedFiles(directory.path(), CAPACITY)) {
      Process process = RingMain.start("echo", files);
      RingChannel channel =
          files.poolEnd(() -> RingMain.ring(process.getOutputStream()), new CompletableFuture<>());
      channel.sleepAtLeast(FOR_EVER);
      RingMain.listen(process.getInputStream(), channel);
      try {
        long rounds = value(Threads.run(() -> play(channel, new Random(1))));
        assertThat(process.waitFor()).isZero();
        System.out.println(rounds + " frames went to a process and back");
        assertThat(rounds).isPositive();
      } finally {
        process.destroyForcibly();
        channel.close();
      }
    }
  }
}
