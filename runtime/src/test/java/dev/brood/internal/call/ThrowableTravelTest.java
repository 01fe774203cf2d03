package dev.brood.internal.call;

import static dev.brood.internal.call.Envelopes.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.RemoteMethodException;
import dev.brood.fixtures.Probe;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a method throws arrives, as far as it can be told at all. */
class ThrowableTravelTest {

  private static class OrderException extends Exception {
    private static final long serialVersionUID = 1L;

    OrderException(@Nullable String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  private static Throwable travelled(Throwable thrown) {
    return Envelopes.failure(Probe.throwing(thrown));
  }

  private static List<Throwable> chain(Throwable first) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable t = first; t != null; t = t.getCause()) {
      chain.add(t);
    }
    return chain;
  }

  @Test
  void theCommonOnesOfTheJdkAreWhatTheyWere() {
    Throwable arrived = travelled(new FileNotFoundException("a.txt"));
    assertThat(arrived).isExactlyInstanceOf(FileNotFoundException.class).hasMessage("a.txt");
    assertThat(travelled(new OutOfMemoryError("heap"))).isExactlyInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void declaredOnesAreBuiltByTheCall() {
    Throwable arrived =
        Envelopes.failure(
            Probe.throwing(new OrderException("no order", new IOException("disk")))
                .declaring(
                    (typeName, message, cause) ->
                        typeName.equals(OrderException.class.getName())
                            ? new OrderException(message, cause)
                            : null));
    assertThat(arrived).isExactlyInstanceOf(OrderException.class).hasMessage("no order");
    assertThat(arrived.getCause()).isExactlyInstanceOf(IOException.class).hasMessage("disk");
  }

  @Test
  void whatIsBelowADeclaredOneArrivesAsThat() {
    Exception thrown = new OrderException("no order", null) {};
    Throwable arrived =
        Envelopes.failure(
            Probe.throwing(thrown)
                .declaring(
                    (typeName, message, cause) ->
                        typeName.equals(OrderException.class.getName())
                            ? new OrderException(message, cause)
                            : null));
    assertThat(arrived)
        .isExactlyInstanceOf(OrderException.class)
        .hasMessage(thrown.getClass().getName() + ": no order");
  }

  @Test
  void unknownOnesArriveInWords() {
    Throwable arrived = travelled(new OrderException("no order", new IOException("disk")));
    assertThat(arrived)
        .isExactlyInstanceOf(RemoteMethodException.class)
        .hasMessage(OrderException.class.getName() + ": no order")
        .extracting(e -> ((RemoteMethodException) e).typeName())
        .isEqualTo(OrderException.class.getName());
    assertThat(arrived.getCause()).isExactlyInstanceOf(IOException.class).hasMessage("disk");
    assertThat(travelled(new OrderException(null, null)))
        .hasMessage(OrderException.class.getName());
  }

  @Test
  void causesAndSuppressedOnesArrive() {
    Exception thrown =
        new IllegalStateException("top", new IOException("middle", new Error("end")));
    thrown.addSuppressed(new IllegalArgumentException("first"));
    thrown.addSuppressed(new OrderException("second", new IOException("its cause")));
    Throwable arrived = travelled(thrown);
    assertThat(chain(arrived))
        .extracting(Throwable::getMessage)
        .containsExactly("top", "middle", "end");
    assertThat(arrived.getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("first", OrderException.class.getName() + ": second");
    assertThat(arrived.getSuppressed()[1].getCause()).hasMessage("its cause");
  }

  @Test
  void aNullMessageStaysNull() {
    assertThat(travelled(new IllegalStateException()).getMessage()).isNull();
    assertThat(travelled(new NullPointerException()).getMessage()).isNull();
  }

  @Test
  void aMessageThatCannotBeAskedForIsReplaced() {
    class Mute extends RuntimeException {
      private static final long serialVersionUID = 1L;

      @Override
      public String getMessage() {
        throw new IllegalStateException("mute");
      }
    }

    assertThat(travelled(new Mute())).hasMessageContainingAll(Mute.class.getName(), "getMessage");
  }

  @Test
  void oneThatAnswersNoQuestionArrivesInWords() {
    class Hostile extends RuntimeException {
      private static final long serialVersionUID = 1L;

      @Override
      public StackTraceElement[] getStackTrace() {
        throw new IllegalStateException("no stack");
      }

      @Override
      public synchronized Throwable getCause() {
        throw new StackOverflowError();
      }
    }

    assertThat(travelled(new IOException(new Hostile())).getCause())
        .hasMessageContaining(Hostile.class.getName())
        .hasNoCause();
  }

  @Test
  void aStackTraceThatIsNullIsNoHindrance() {
    class Stackless extends RuntimeException {
      private static final long serialVersionUID = 1L;

      @Override
      @SuppressWarnings("NullAway") // on purpose
      public StackTraceElement[] getStackTrace() {
        return null;
      }
    }

    assertThat(travelled(new Stackless())).hasMessageContaining(Stackless.class.getName());
  }

  @Test
  void aChainOfTenThousandCausesIsCutOff() {
    Throwable deep = new IOException("deepest");
    for (int i = 0; i < 10_000; i++) {
      deep = new IllegalStateException("at " + i, deep);
    }
    List<Throwable> arrived = chain(travelled(deep));
    assertThat(arrived).hasSizeBetween(10, 200);
    assertThat(arrived.get(0)).hasMessage("at 9999");
    assertThat(arrived.get(arrived.size() - 1)).hasMessageContaining("left out");
  }

  @Test
  void aCyclicChainIsCutOff() {
    Exception first = new IllegalStateException("first");
    Exception second = new IllegalArgumentException("second", first);
    first.initCause(second);
    second.addSuppressed(first);
    Throwable arrived = travelled(first);
    assertThat(chain(arrived).subList(0, 2))
        .extracting(Throwable::getMessage)
        .containsExactly("first", "second");
    assertThat(chain(arrived))
        .hasSize(3)
        .last()
        .extracting(Throwable::getMessage)
        .asString()
        .contains("left out");
    assertThat(arrived.getCause().getSuppressed()).hasSize(1);
  }

  @Test
  void aHugeMessageIsCutOff() {
    String huge = "ä".repeat(3 << 20);
    assertThat(travelled(new IllegalStateException(huge)).getMessage())
        .hasSize(ThrowableWriter.MAX_MESSAGE + 1)
        .startsWith("ää")
        .endsWith("ä…");
  }

  @Test
  void framesOfTheMethodAreKeptAndThoseBelowItsEntryPointAreCut() {
    Throwable arrived = travelled(frameOfTheMethod());
    StackTraceElement[] frames = arrived.getStackTrace();
    assertThat(frames[0].getMethodName()).isEqualTo("frameOfTheMethod");
    assertThat(frames[0].getFileName()).isEqualTo("ThrowableTravelTest.java");
    assertThat(frames[0].getLineNumber()).isPositive();
    assertThat(frames[frames.length - 1]).isEqualTo(WORKER);

    Throwable fresh = Envelopes.failure(Probe.of(() -> Integer.toString(1 / zero())));
    assertThat(fresh).isExactlyInstanceOf(ArithmeticException.class);
    assertThat(Arrays.stream(fresh.getStackTrace()).map(StackTraceElement::getClassName))
        .contains(ThrowableTravelTest.class.getName())
        .doesNotContain(Probe.Table.class.getName(), Invoker.class.getName())
        .endsWith(WORKER.getClassName());
  }

  @Test
  void anEndlessStackIsCutOff() {
    Throwable arrived = Envelopes.failure(Probe.of(() -> endless(1)));
    assertThat(arrived).isExactlyInstanceOf(StackOverflowError.class);
    assertThat(arrived.getStackTrace()).hasSizeLessThanOrEqualTo(Stacks.MAX_FRAMES + 1);
  }

  @Test
  void oneWithoutFramesStillTellsItsWorker() {
    Exception thrown = new IllegalStateException("bare");
    thrown.setStackTrace(new StackTraceElement[0]);
    assertThat(travelled(thrown).getStackTrace()).containsExactly(WORKER);
  }

  private static Exception frameOfTheMethod() {
    return new IllegalStateException("from here");
  }

  private static int zero() {
    return 0;
  }

  private static String endless(int depth) {
    return depth == 0 ? "" : endless(depth + 1) + "!";
  }

  @Test
  void veryManySuppressedOnesAreCutOff() {
    Throwable thrown = null;
    for (int depth = 0; depth < 5; depth++) {
      thrown = new IllegalStateException("depth " + depth, thrown);
      for (int i = 0; i < 150; i++) {
        thrown.addSuppressed(new IllegalArgumentException(depth + "." + i));
      }
    }
    Throwable arrived = travelled(thrown);
    assertThat(arrived).isExactlyInstanceOf(IllegalStateException.class).hasMessage("depth 4");
    assertThat(chain(arrived)).hasSize(5);
  }
}
