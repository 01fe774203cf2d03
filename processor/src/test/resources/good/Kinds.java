package demo;

import dev.brood.Parallel;
import java.util.List;

/** Sealed types: across files and levels, with enums among them, and generic ones. */
final class Kinds {
  sealed interface Expression permits Constant, Sum, Unary {}

  record Constant(double value) implements Expression {}

  record Sum(List<Expression> terms) implements Expression {}

  sealed interface Unary extends Expression {}

  record Negation(Expression operand) implements Unary {}

  enum Zero implements Unary {
    ZERO
  }

  abstract static sealed class Result<T> permits Ok, Failed, Answer, Count {}

  static final class Ok<V> extends Result<V> {
    final V value;

    @dev.brood.wire.WireCreator
    Ok(V value) {
      this.value = value;
    }
  }

  static final class Failed<V> extends Result<V> {
    private final String reason;

    private Failed(String reason) {
      this.reason = reason;
    }

    @dev.brood.wire.WireCreator
    static <W> Failed<W> because(String reason) {
      return new Failed<>(reason);
    }

    String getReason() {
      return reason;
    }
  }

  /** Is never the result of anything but integers. */
  static final class Answer extends Result<Integer> {
    @dev.brood.wire.WireCreator
    Answer() {}
  }

  /** Is never the result of anything but a number. */
  static final class Count<N extends Number> extends Result<N> {
    final N number;

    @dev.brood.wire.WireCreator
    Count(N number) {
      this.number = number;
    }
  }

  @Parallel
  static Result<Integer> evaluate(Expression expression) {
    return null;
  }

  @Parallel
  static Result<List<String>> names(Zero zero) {
    return null;
  }
}
