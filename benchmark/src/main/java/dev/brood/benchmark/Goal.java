package dev.brood.benchmark;

import java.util.function.DoubleFunction;

/**
 * A line of the goal table.
 *
 * @param what what was measured
 * @param measured what came out
 * @param wanted what should have
 * @param verdict whether it did, or by what factor it did not
 */
record Goal(String what, String measured, String wanted, String verdict) {

  /** Less is better. */
  static Goal atMost(String what, Figure measured, double limit, DoubleFunction<String> unit) {
    return judge(what, measured, "≤ " + unit.apply(limit), unit, measured.value() / limit);
  }

  /** More is better. */
  static Goal atLeast(String what, Figure measured, double limit, DoubleFunction<String> unit) {
    return judge(what, measured, "≥ " + unit.apply(limit), unit, limit / measured.value());
  }

  /** No goal: something to be known beside the others. */
  static Goal none(String what, String measured) {
    return new Goal(what, measured, "–", "–");
  }

  private static Goal judge(
      String what, Figure measured, String wanted, DoubleFunction<String> unit, double excess) {
    if (!measured.isKnown()) {
      return new Goal(what, "–", wanted, "not run: " + measured.reason());
    }
    String verdict = excess <= 1 ? "reached" : "missed, " + Units.factor(excess);
    return new Goal(what, unit.apply(measured.value()), wanted, verdict);
  }
}
