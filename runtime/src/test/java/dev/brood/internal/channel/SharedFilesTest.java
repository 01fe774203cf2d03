package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.internal.process.PrivateDirectory;
import dev.brood.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedFilesTest {
  private static final int CAPACITY = 4096;

  @TempDir private Path parent;

  private static List<Long> sizes(SharedFiles files) throws IOException {
    List<Long> sizes = new ArrayList<>();
    for (String path : files.invitation()) {
      sizes.add(Files.size(Path.of(path)));
    }
    return sizes;
  }

  private static RingChannel workerEnd(SharedFiles files) throws IOException {
    return SharedFiles.workerEnd(files.invitation().get(0), files.invitation().get(1), () -> {});
  }

  @Test
  void theMemoryIsThereFromTheBeginning() throws IOException {
    try (SharedFiles files = new SharedFiles(parent, CAPACITY)) {
      long size = Segment.size(CAPACITY);
      assertThat(sizes(files)).containsExactly(size, size);
      for (String path : files.invitation()) {
        assertThat(Files.readAllBytes(Path.of(path))).containsOnly(0);
      }
    }
  }

  @Test
  void bothEndsSeeTheSameClaims() throws IOException {
    try (SharedFiles files = new SharedFiles(parent, CAPACITY);
        RingChannel pool = files.poolEnd(() -> {}, new CompletableFuture<>());
        RingChannel worker = workerEnd(files)) {
      pool.claims().offer(1);
      pool.claims().offer(2);
      assertThat(worker.claims().claim(1)).isTrue();
      assertThat(pool.claims().withdraw(1)).isFalse();
      assertThat(pool.claims().withdraw(2)).isTrue();
      assertThat(worker.claims().claim(2)).isFalse();
    }
  }

  @Test
  void framesArriveAfterTheFilesHaveLostTheirNames() throws IOException {
    try (SharedFiles files = new SharedFiles(parent, CAPACITY);
        RingChannel pool = files.poolEnd(() -> {}, new CompletableFuture<>());
        RingChannel worker = workerEnd(files)) {
      for (String path : files.invitation()) {
        Files.delete(Path.of(path));
      }
      pool.send(List.of(Frames.ofSize(1, 10)));
      assertThat(worker.receive()).hasSize(1);
      worker.send(List.of(Frames.ofSize(2, 10)));
      assertThat(pool.receive()).hasSize(1);
    }
  }

  @Test
  void aWorkerThatIsAboutToEndMayStillLookAtTheMemory() throws IOException {
    CompletableFuture<Void> end = new CompletableFuture<>();
    try (SharedFiles files = new SharedFiles(parent, CAPACITY)) {
      RingChannel worker = workerEnd(files);
      files.poolEnd(() -> {}, end).close();
      worker.send(List.of(Frames.ofSize(1, 10)));
      assertThat(worker.hasArrived()).isTrue();
      assertThat(worker.receive()).isEmpty();
      assertThat(worker.isEnded()).isTrue();
      worker.close();
      assertThat(sizes(files)).doesNotContain(0L);
      end.complete(null);
      assertThat(sizes(files)).containsExactly(0L, 0L);
    }
  }

  @Test
  void theMemoryOfAWorkerThatHasEndedIsGivenBackByClosing() throws IOException {
    try (SharedFiles files = new SharedFiles(parent, CAPACITY)) {
      RingChannel pool = files.poolEnd(() -> {}, CompletableFuture.completedFuture(null));
      pool.watch();
      pool.close();
      assertThat(sizes(files)).doesNotContain(0L);
      pool.unwatch();
      assertThat(sizes(files)).containsExactly(0L, 0L);
    }
  }

  @Test
  void filesThatCannotBeCreatedAreToldAtOnce() throws IOException {
    assertThatThrownBy(() -> new SharedFiles(parent.resolve("missing"), CAPACITY))
        .isInstanceOf(IOException.class);
    Files.createDirectory(parent.resolve("reply"));
    assertThatThrownBy(() -> new SharedFiles(parent, CAPACITY)).isInstanceOf(IOException.class);
    assertThat(parent.resolve("request")).as("given back").isEmptyFile();
  }

  // ---- a killed writer ----

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aKilledWriterHasWrittenWholeFramesAndClaimedWhatItBegan(long seed) throws Exception {
    Random random = new Random(seed);
    CompletableFuture<Void> end = new CompletableFuture<>();
    Path folder;
    SharedFiles files;
    List<String> paths;
    try (PrivateDirectory directory = new PrivateDirectory(parent)) {
      folder = directory.path();
      files = new SharedFiles(folder, CAPACITY);
      paths = files.invitation();
      Process process = RingMain.start("flood", files);
      RingChannel channel = files.poolEnd(() -> RingMain.ring(process.getOutputStream()), end);
      try {
        killAndCheck(channel, process, random);
      } finally {
        process.destroyForcibly();
      }
      assertThat(sizes(files)).doesNotContain(0L);
      channel.close();
      end.complete(null);
      assertThat(sizes(files)).containsExactly(0L, 0L);
    }
    assertThat(paths).allMatch(path -> Files.notExists(Path.of(path)));
    try (Stream<Path> left = Files.list(parent)) {
      assertThat(left).isEmpty();
    }
  }

  private static void killAndCheck(RingChannel channel, Process process, Random random)
      throws IOException {
    long offered = Claims.COUNT;
    for (long sequence = 0; sequence < offered; sequence++) {
      channel.claims().offer(sequence);
    }
    RingMain.listen(process.getInputStream(), channel);
    int most = 1 + random.nextInt(Claims.COUNT / 2);
    long received = 0;
    while (received < most) {
      List<Frame> frames = Frames.apart(channel.receive());
      assertThat(channel.isEnded()).isFalse();
      for (Frame frame : frames) {
        RingStressTest.check(frame, received++);
      }
    }
    int spins = random.nextInt(100_000);
    for (int i = 0; i < spins; i++) {
      Thread.onSpinWait();
    }
    process.destroyForcibly();
    assertThat(Await.value(process.onExit()).exitValue()).isNotZero();
    while (!channel.isEnded()) {
      for (Frame frame : Frames.apart(channel.receive())) {
        RingStressTest.check(frame, received++);
      }
    }
    // What has come was begun; at most one more was; all others were not.
    for (long sequence = 0; sequence < received; sequence++) {
      assertThat(channel.claims().withdraw(sequence)).isFalse();
    }
    int begun = 0;
    for (long sequence = received; sequence < offered; sequence++) {
      if (!channel.claims().withdraw(sequence)) {
        begun++;
        assertThat(sequence).isEqualTo(received);
      }
    }
    assertThat(begun).isLessThanOrEqualTo(1);
  }
}
