package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.ServiceException;
import dev.brood.Task;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.Logs;
import dev.brood.contract.kit.Row;
import dev.brood.contract.kit.Scenario;
import dev.brood.testkit.Await;
import dev.brood.testkit.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An object in each worker: made there, kept, and closed. */
class ServicesTest {
  @TempDir private Path directory;

  @ForEachKind
  @Row("A9")
  void anObjectLivesInTheWorkerFromTheFirstCallToTheEnd(Kind kind) throws IOException {
    Path file = directory.resolve("diary");
    try (Pool pool = kind.start(1)) {
      DiaryParallel.Instance diary = new DiaryParallel.Instance(file.toString());
      assertThat(file).as("not before it is called").doesNotExist();
      DiaryParallel.Blocking proxy = DiaryParallel.blocking(pool, diary);
      assertThat(proxy.entry("one")).isEqualTo(1);
      assertThat(proxy.entry("two")).as("it has kept its state").isEqualTo(2);
      assertThat(Files.readAllLines(file)).containsExactly("made", "one", "two");
    }
    assertThat(Files.readAllLines(file)).containsExactly("made", "one", "two", "closed");
  }

  @ForEachKind
  @Row("A9")
  void twoServicesAreTwoObjects(Kind kind) throws IOException {
    Path file = directory.resolve("diary");
    try (Pool pool = kind.start(1)) {
      var one = DiaryParallel.blocking(pool, new DiaryParallel.Instance(file.toString()));
      var other = DiaryParallel.blocking(pool, new DiaryParallel.Instance(file.toString()));
      assertThat(one.entry("a")).isEqualTo(1);
      assertThat(other.entry("b")).isEqualTo(1);
      assertThat(one.entry("c")).isEqualTo(2);
    }
  }

  @ForEachKind
  @Row("A9")
  void eachWorkerHasItsOwn(Kind kind) throws IOException {
    Path file = directory.resolve("diary");
    try (Pool pool = kind.start(2)) {
      DiaryParallel.Instance diary = new DiaryParallel.Instance(file.toString());
      List<Integer> counts =
          pool.map(IntStream.range(0, 50), i -> DiaryParallel.entry(diary, "entry"));
      assertThat(counts).hasSize(50).contains(1);
    }
    List<String> lines = Files.readAllLines(file);
    long made = lines.stream().filter("made"::equals).count();
    assertThat(made).isBetween(1L, 2L);
    assertThat(lines.stream().filter("closed"::equals)).hasSize((int) made);
    assertThat(lines.stream().filter("entry"::equals)).hasSize(50);
  }

  private static void useAndDrop(Pool pool, Path file, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      DiaryParallel.Instance diary = new DiaryParallel.Instance(file.toString());
      assertThat(DiaryParallel.blocking(pool, diary).entry("used")).isEqualTo(1);
    }
  }

  @ForEachKind
  @Row("A9")
  void servicesThatNobodyCanCallAnyMoreAreClosed(Kind kind) throws IOException {
    Path file = directory.resolve("diaries");
    Path lasting = directory.resolve("lasting");
    try (Pool pool = kind.start(2)) {
      var kept = DiaryParallel.blocking(pool, new DiaryParallel.Instance(lasting.toString()));
      assertThat(kept.entry("one")).isEqualTo(1);
      useAndDrop(pool, file, 1_000);
      Await.collected(
          () -> {
            assertThat(pool.call(WorkParallel.square(1))).isEqualTo(1); // the pool is in use
            return Diary.closed(file) == 1_000;
          });
      assertThat(kept.entry("more")).isBetween(1, 2);
      assertThat(Files.readAllLines(lasting)).as("somebody can call it").doesNotContain("closed");
    }
    assertThat(Diary.closed(file)).as("each was closed once").isEqualTo(1_000);
  }

  @ForEachKind
  @Row("A9")
  @Row("A18")
  void servicesThatACallHasDroppedAreClosed(Kind kind) {
    Path file = directory.resolve("diaries");
    try (Pool pool = kind.start(2)) {
      Task<Integer> task = NestingParallel.on(pool).useAndDropDiaries(20, file);
      Await.collected(task::isDone); // here as well as there
      assertThat(Await.value(task)).isEqualTo(20);
    }
    assertThat(Diary.closed(file)).as("each was closed once").isEqualTo(20);
  }

  @ForEachKind
  @Row("A9")
  @Scenario(21)
  @ExtendWith(CapturedStreams.class)
  void aConstructorThatFailsIsToldToEveryCallerLoggedOnceAndNotTriedAgain(
      Kind kind, CapturedStreams.Output output) throws IOException {
    Path file = directory.resolve("diary");
    Pool.Builder settings = Pool.builder().workers(1).jvmArguments(Logs.SHOWN_IN_WORKER);
    Logs.showWhile(() -> expectNoPaper(kind.start(settings), file));
    assertThat(output.err().lines()) // complete, since the worker has ended
        .filteredOn(line -> line.contains("could not be built"))
        .singleElement()
        .asString()
        .contains("WARNING a service of ", "Diary", "IOException: no paper");
  }

  private static void expectNoPaper(Pool started, Path file) throws IOException {
    try (Pool pool = started) {
      DiaryParallel.Instance broken = new DiaryParallel.Instance(file.toString(), "no paper");
      List<Task<Integer>> pending =
          IntStream.range(0, 5)
              .mapToObj(i -> pool.submit(DiaryParallel.entry(broken, "x")))
              .toList();
      for (Task<Integer> task : pending) {
        expectNoPaper(Await.failure(task));
      }
      assertThatThrownBy(() -> DiaryParallel.blocking(pool, broken).entry("y"))
          .satisfies(ServicesTest::expectNoPaper);
      assertThat(pool.call(WorkParallel.square(3))).as("the pool serves on").isEqualTo(9);
      assertThat(Files.readAllLines(file)).as("tried once").containsExactly("made");
    }
  }

  private static void expectNoPaper(Throwable failure) {
    assertThat(failure).isExactlyInstanceOf(ServiceException.class);
    assertThat(failure.getCause()).isInstanceOf(IOException.class).hasMessage("no paper");
  }
}
