package dev.brood.benchmark;

import java.util.Comparator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * A number, or the reason why there is none.
 *
 * @param value NaN if there is none
 * @param reason empty if there is a number
 */
record Figure(double value, String reason) {
  static Figure of(double value) {
    return new Figure(value, "");
  }

  static Figure none(String reason) {
    return new Figure(Double.NaN, reason);
  }

  boolean isKnown() {
    return reason.isEmpty();
  }

  Figure map(DoubleUnaryOperator function) {
    return isKnown() ? of(function.applyAsDouble(value)) : this;
  }

  String inWords(DoubleFunction<String> unit) {
    return isKnown() ? unit.apply(value) : "not run: " + reason;
  }

  /** The least of those that are known. */
  static Figure least(Figure... figures) {
    return Stream.of(figures)
        .filter(Figure::isKnown)
        .min(Comparator.comparingDouble(Figure::value))
        .orElse(figures[0]);
  }

  /** The greatest of those that are known. */
  static Figure greatest(Figure... figures) {
    return Stream.of(figures)
        .filter(Figure::isKnown)
        .max(Comparator.comparingDouble(Figure::value))
        .orElse(figures[0]);
  }
}
