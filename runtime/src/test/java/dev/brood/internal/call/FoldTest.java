package dev.brood.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.fixtures.Bytes;
import dev.brood.fixtures.TextsParallel;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Results are combined as they are written. */
class FoldTest {
  private final List<Integer> ran = new ArrayList<>();

  private Payload fold(List<? extends WireCall<?>> calls, WireCall<?> combining) {
    return Fold.run(
        calls.size(),
        i -> {
          ran.add(i);
          return Envelopes.of(calls.get(i));
        },
        arguments -> Invoker.invoke(combining.entryPoints(), combining.index(), arguments));
  }

  private static <R extends @Nullable Object> R value(WireCall<R> call, Payload envelope) {
    Outcome<R> outcome = Envelopes.open(call, envelope);
    assertThat(outcome.failure()).isNull();
    return outcome.value();
  }

  @Test
  void resultsAreCombinedInOrder() {
    WireCall<String> join = TextsParallel.join("", "");
    List<WireCall<String>> calls =
        List.of(TextsParallel.text(3), TextsParallel.text(1), TextsParallel.text(2));
    assertThat(value(join, fold(calls, join))).isEqualTo("<3><1><2>");
    assertThat(ran).containsExactly(0, 1, 2);
  }

  @Test
  void theResultOfASingleCallIsItself() {
    WireCall<String> join = TextsParallel.join("", "");
    assertThat(value(join, fold(List.of(TextsParallel.text(3)), join))).isEqualTo("<3>");
  }

  @Test
  void theFirstFailureEndsIt() {
    WireCall<Integer> sum = TextsParallel.sum(0, 0);
    List<WireCall<Integer>> calls =
        List.of(TextsParallel.number(1), TextsParallel.number(-1), TextsParallel.number(2));
    assertThat(Envelopes.open(sum, fold(calls, sum)).failure())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ran).containsExactly(0, 1);
  }

  @Test
  void aCombinationThatFailsEndsIt() {
    WireCall<Integer> sum = TextsParallel.sum(0, 0);
    List<WireCall<Integer>> calls =
        List.of(
            TextsParallel.number(1),
            TextsParallel.number(Integer.MAX_VALUE),
            TextsParallel.number(2));
    assertThat(Envelopes.open(sum, fold(calls, sum)).failure())
        .isInstanceOf(IllegalStateException.class);
    assertThat(ran).containsExactly(0, 1);
  }

  private static String random(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  @Test
  void howResultsAreCutIntoPiecesMeansNothing() {
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      String left = random(random, random.nextInt(i % 10 == 0 ? 200_000 : 100));
      String right = random(random, random.nextInt(i % 7 == 0 ? 200_000 : 100));
      Payload arguments =
          Fold.arguments(
              Bytes.recut(Envelopes.of(TextsParallel.join(left, "")), random),
              Bytes.recut(Envelopes.of(TextsParallel.join("", right)), random));
      assertThat(arguments.toByteArray())
          .isEqualTo(Bytes.payload(TextsParallel.join(left, right)::writeArguments).toByteArray());
    }
  }

  @Test
  void nothingAndNothingIsNothing() {
    Payload empty = Bytes.payload(out -> out.writeByte((byte) 0));
    assertThat(Fold.arguments(empty, empty).size()).isZero();
  }
}
