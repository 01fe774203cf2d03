package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.WireException;
import dev.brood.fixtures.Probe;
import dev.brood.testkit.Await;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pool that runs everything on the caller's own thread, and what all pools have in common. */
class InlinePoolTest {
  private final Pool pool = Pool.inline();

  @AfterEach
  void close() {
    pool.close();
  }

  private static WireCall<Integer> square(int x) {
    return Probe.call(
        out -> out.writeInt(x),
        invocation -> {
          int value = invocation.arguments().readInt();
          invocation.begin();
          if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
          }
          invocation.result().writeInt(value * value);
        },
        WireReader::readInt);
  }

  /** A call that no processor generated. */
  private static final class ForeignCall extends Call<String> {
    @Override
    public String method() {
      return "foreign";
    }

    @Override
    public Call<String> with(CallOptions options) {
      return this;
    }

    @Override
    public CallOptions options() {
      return CallOptions.none();
    }
  }

  @Test
  void aCallRunsOnTheCallersThread() {
    Thread[] ran = new Thread[1];
    assertThat(
            pool.call(
                Probe.of(
                    () -> {
                      ran[0] = Thread.currentThread();
                      return "result";
                    })))
        .isEqualTo("result");
    assertThat(ran[0]).isSameAs(Thread.currentThread());
    assertThat(pool.<@Nullable String>call(Probe.of(() -> null))).isNull();
  }

  @Test
  void argumentsAreNotShared() {
    int[] array = {1, 2, 3};
    WireCall<int[]> call =
        Probe.call(
            out -> out.writeIntArray(array),
            invocation -> {
              int[] copy = invocation.arguments().readIntArray();
              invocation.begin();
              copy[0] = 7;
              invocation.result().writeIntArray(copy);
            },
            WireReader::readIntArray);
    assertThat(pool.call(call)).containsExactly(7, 2, 3);
    assertThat(array).containsExactly(1, 2, 3);
  }

  @Test
  void theMethodsExceptionIsTheCause() {
    assertThatThrownBy(() -> pool.call(Probe.throwing(new IOException("disk"))))
        .isExactlyInstanceOf(CompletionException.class)
        .hasMessageContainingAll("probe.Methods.method()", "disk")
        .cause()
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("disk");
  }

  @Test
  void argumentsThatCannotBeEncodedAreTheCallersFault() {
    WireCall<String> call =
        Probe.call(
            out -> {
              throw new IllegalStateException("accessor");
            },
            invocation -> {},
            in -> "");
    assertThatThrownBy(() -> pool.call(call)).isExactlyInstanceOf(WireException.class);
    assertThatThrownBy(() -> pool.map(List.of(1), x -> call))
        .isExactlyInstanceOf(WireException.class);
    assertThat(Await.failure(pool.submit(call))).isExactlyInstanceOf(WireException.class);
  }

  @Test
  void aTaskTellsTheOutcomeOnACallbackThread() {
    Task<Integer> task = pool.submit(square(3));
    assertThat(task.call().method()).isEqualTo("probe.Methods.method()");
    assertThat(Await.value(task)).isEqualTo(9);
    assertThat(task.toString()).contains("probe.Methods.method()");
    String thread = Await.value(task.thenApplyAsync(x -> Thread.currentThread().getName()));
    assertThat(thread).startsWith("brood inline callback");
    assertThat(Await.failure(pool.submit(square(-1)))).hasMessage("negative: -1");
    assertThat(task.withdraw()).isFalse();
  }

  @Test
  void foreignCallsAreRefused() {
    assertThatThrownBy(() -> pool.call(new ForeignCall()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(ForeignCall.class.getName());
    assertThatThrownBy(() -> pool.submit(new ForeignCall()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pool.map(List.of(1), x -> new ForeignCall()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void resultsAreInTheOrderOfTheInputs() {
    List<Integer> inputs = IntStream.range(0, 10_000).boxed().toList();
    List<Integer> expected = inputs.stream().map(x -> x * x).toList();
    assertThat(pool.map(inputs, InlinePoolTest::square)).isEqualTo(expected);
    assertThat(pool.map(inputs.toArray(Integer[]::new), InlinePoolTest::square))
        .isEqualTo(expected);
    assertThat(pool.map(inputs.stream(), InlinePoolTest::square)).isEqualTo(expected);
  }

  @Test
  void anEmptyMapIsEmptyAndResultsMayBeModified() {
    assertThat(pool.map(List.<Integer>of(), InlinePoolTest::square)).isEmpty();
    List<Integer> squares = pool.map(List.of(1, 2), InlinePoolTest::square);
    squares.add(0, 5);
    assertThat(squares).containsExactly(5, 1, 4);
  }

  @Test
  void nullsAreInputsAndResultsLikeAnyOther() {
    List<@Nullable String> inputs = new ArrayList<>();
    inputs.add("a");
    inputs.add(null);
    List<@Nullable String> results = pool.map(inputs, input -> Probe.of(() -> input));
    assertThat(results).containsExactly("a", null);
  }

  @Test
  void aStreamIsClosedAtTheEnd() {
    boolean[] closed = new boolean[2];
    pool.map(Stream.of(1, 2).onClose(() -> closed[0] = true), InlinePoolTest::square);
    assertThatThrownBy(
            () ->
                pool.map(Stream.of(-1, 2).onClose(() -> closed[1] = true), InlinePoolTest::square))
        .isInstanceOf(CompletionException.class);
    assertThat(closed).containsExactly(true, true);
  }

  @Test
  void aFailureEndsAMapOverEndlessInputs() {
    Iterator<Integer> down = IntStream.iterate(100, x -> x - 1).iterator();
    assertThatThrownBy(() -> pool.map(() -> down, InlinePoolTest::square))
        .isExactlyInstanceOf(CompletionException.class)
        .hasMessageContaining("input 101")
        .cause()
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative: -1");
    assertThat(pool.call(square(5))).isEqualTo(25);
  }

  @Test
  void aClosedPoolTakesNothing() {
    pool.close();
    pool.close();
    assertThatThrownBy(() -> pool.call(square(1))).isInstanceOf(RejectedExecutionException.class);
    assertThat(Await.failure(pool.submit(square(1))))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> pool.map(List.of(1), InlinePoolTest::square))
        .isInstanceOf(RejectedExecutionException.class);
  }

  private static <X extends Throwable> int sneak(Throwable thrown) throws X {
    @SuppressWarnings("unchecked") // erased: a checked exception goes where none is declared
    X sneaked = (X) thrown;
    throw sneaked;
  }

  @Test
  void aTaskIsCompletedWhateverADecoderThrows() {
    WireCall<Integer> call =
        Probe.call(
            out -> {},
            invocation -> {
              invocation.begin();
              invocation.result();
            },
            in -> InlinePoolTest.<RuntimeException>sneak(new IOException("sneaked")));
    assertThat(Await.failure(pool.submit(call))).isExactlyInstanceOf(WireException.class);
    assertThatThrownBy(() -> pool.call(call))
        .isExactlyInstanceOf(CompletionException.class)
        .hasCauseExactlyInstanceOf(WireException.class);
  }
}
