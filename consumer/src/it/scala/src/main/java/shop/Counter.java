package shop;

import dev.brood.Parallel;

/** An object of its own in each worker. */
@Parallel
final class Counter {
  private int count;

  Counter(int start) {
    this.count = start;
  }

  int next() {
    return ++count;
  }
}
