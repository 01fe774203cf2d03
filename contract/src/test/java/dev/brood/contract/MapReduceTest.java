package dev.brood.contract;

import static dev.brood.contract.kit.Kind.CHILD_JVMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Calls;
import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.OnlyFor;
import dev.brood.contract.kit.Row;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** Results are combined where they are made. */
class MapReduceTest {

  @ForEachKind
  @Row("A19")
  void wordsAreCountedAndMergedInWorkers(Kind kind) {
    List<String> texts = List.of("a b a", "b c", "", "a");
    try (Pool pool = kind.start(2)) {
      Map<String, Long> words =
          pool.mapReduce(Calls.of(texts, WordsParallel::count), WordsParallel::merge).orElseThrow();
      assertThat(words).isEqualTo(Map.of("a", 3L, "b", 2L, "c", 1L));
    }
  }

  @ForEachKind
  @Row("A19")
  void theOrderOfTheCallsIsKept(Kind kind) {
    try (Pool pool = kind.start(2)) {
      StringBuilder expected = new StringBuilder();
      IntStream.range(0, 500).forEach(i -> expected.append(i).append(' '));
      assertThat(
              pool.mapReduce(
                  Calls.of(IntStream.range(0, 500), WordsParallel::word), WordsParallel::join))
          .hasValue(expected.toString());
    }
  }

  @ForEachKind
  @Row("A19")
  void ofNothingNothingComes(Kind kind) {
    try (Pool pool = kind.start(1)) {
      assertThat(
              pool.mapReduce(Calls.of(IntStream.empty(), WordsParallel::word), WordsParallel::join))
          .isEmpty();
      assertThat(
              pool.mapReduce(Calls.of(IntStream.of(3), WordsParallel::word), WordsParallel::join))
          .hasValue("3 ");
    }
  }

  @ForEachKind
  @Row("A19")
  void aFailureEndsTheWhole(Kind kind) {
    try (Pool pool = kind.start(2)) {
      assertThatThrownBy(
              () ->
                  pool.mapReduce(
                      Calls.of(IntStream.range(-3, 50), WordsParallel::word), WordsParallel::join))
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(IllegalArgumentException.class);
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
    }
  }

  @ForEachKind
  @Row("A19")
  void whatCannotBeHandedOnAsItIsIsAnError(Kind kind) {
    List<SortedMap<String, Long>> maps =
        List.of(new TreeMap<>(Map.of("a", 1L)), new TreeMap<>(Map.of("b", 1L)));
    try (Pool pool = kind.start(1)) {
      assertThatThrownBy(
              () ->
                  pool.<Map<String, Long>>mapReduce(
                      Calls.of(maps, WordsParallel::same), WordsParallel::merge))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Words.same")
          .hasMessageContaining("Words.merge");
    }
  }

  @ForEachKind
  @Row("A19")
  @OnlyFor(value = CHILD_JVMS, because = "in one JVM nothing is shipped to anywhere")
  void intermediateResultsStayInTheWorkers(Kind kind) {
    try (Pool pool = kind.start(1)) {
      Tally.Coder.READ.set(0);
      Tally sum =
          pool.mapReduce(
                  Calls.of(IntStream.range(0, 5_000), WordsParallel::tally), WordsParallel::add)
              .orElseThrow();
      assertThat(sum.count()).isEqualTo(5_000);
      assertThat(Tally.Coder.READ.get()).as("what has come to this JVM").isBetween(1, 2_500);
    }
  }
}
