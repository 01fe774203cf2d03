package dev.brood.contract.chaos;

import dev.brood.Call;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls that are described one after the other, as long as somebody asks for them, and that end
 * together when one of them fails. One thread at a time uses it.
 */
final class Sequence {
  private final Scene scene;
  private final int first;
  private final int count;
  private final Map<Long, Integer> open = new HashMap<>();
  private volatile int described;

  Sequence(Scene scene, int count) {
    this.scene = scene;
    this.count = count;
    first = scene.ledger().take(count);
    for (int i = 0; i < count; i++) {
      open.put(Errands.answer(first + i), first + i);
    }
  }

  int first() {
    return first;
  }

  int count() {
    return count;
  }

  /** The call for one of the numbers below the count. */
  Call<Long> describe(int index) {
    described = index + 1;
    return scene.call(first + index, Way.WELL);
  }

  /** The value of one of them has come. */
  void value(long value) {
    Integer number = open.remove(value);
    if (number == null) {
      throw new AssertionError(value + " is the value of none of these calls, or came twice");
    }
    scene.ledger().value(number, value, false);
  }

  /** The whole has failed, which is possible if a worker was lost. */
  void fail(Throwable failure) {
    Verdict verdict = scene.judge(first, failure);
    assert verdict != Verdict.VALUE;
  }

  /** No more values come: what has none has gone with the others. */
  void end() {
    for (int number : open.values()) {
      boolean began = number - first < described;
      scene.ledger().settle(number, began ? Verdict.CANCELLED : Verdict.UNUSED, false);
    }
  }
}
