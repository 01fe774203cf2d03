package dev.brood.internal.pool;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/**
 * Says which objects nobody can reach any more, to those who have kept something for them in a
 * {@link WeakBook}. There is no thread for that: whoever does other work passes the word.
 * Thread-safe.
 */
final class Farewells {
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  ReferenceQueue<Object> queue() {
    return gone;
  }

  /**
   * Tells of those that have gone since this was last called; it costs next to nothing if there are
   * none. Called without any lock, since those who are told take theirs.
   */
  void pass() {
    Reference<?> next;
    while ((next = gone.poll()) != null) {
      ((WeakBook.Entry<?>) next).tell();
    }
  }
}
