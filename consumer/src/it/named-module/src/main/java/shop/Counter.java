package shop;

import dev.brood.Parallel;

/** An object of its own in each worker. */
@Parallel
final class Counter implements AutoCloseable {
  private int count;

  Counter(int start) {
    if (start < 0) {
      throw new IllegalArgumentException("negative start");
    }
    this.count = start;
  }

  int next() {
    return ++count;
  }

  @Override
  public void close() {
    System.out.println("closed: " + count);
  }
}
