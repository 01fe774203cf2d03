package demo;

import dev.brood.Parallel;

/** Characters that mean something to those who write source. */
final class Dollar$ {
  private Dollar$() {}

  record $L(int $T, int größe) {}

  @Parallel
  static $L $N(int $, $L $W, int größe) {
    return $W;
  }
}
