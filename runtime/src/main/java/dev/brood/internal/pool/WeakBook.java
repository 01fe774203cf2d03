package dev.brood.internal.pool;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for objects, by their identity, for as long as somebody can reach them. A value must
 * not lead to its object. Not thread-safe.
 */
final class WeakBook<V> {
  private final Map<Object, Entry<V>> entries = new HashMap<>();
  private final Farewells farewells;
  private final Consumer<Entry<V>> onGone;

  /**
   * An empty book.
   *
   * @param farewells where it is learned that an object has gone
   * @param onGone is told so, on any thread and without a lock; it is to {@link #remove} the entry
   */
  WeakBook(Farewells farewells, Consumer<Entry<V>> onGone) {
    this.farewells = farewells;
    this.onGone = onGone;
  }

  /** What is kept for one object, which is not kept thereby. */
  static final class Entry<V> extends WeakReference<Object> {
    private final int hash;
    private final V value;
    private final Consumer<Entry<V>> onGone;

    private Entry(Object object, V value, WeakBook<V> book) {
      super(object, book.farewells.queue());
      this.hash = System.identityHashCode(object);
      this.value = value;
      this.onGone = book.onGone;
    }

    V value() {
      return value;
    }

    void tell() {
      onGone.accept(this);
    }

    /** That of the object; an entry equals only itself, so it is found when that has gone. */
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }

  /** Equals the entry of an object. */
  private record Wanted(Object object) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry<?> entry && entry.refersTo(object);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  /** What is kept for an object; null if there is nothing. */
  @Nullable V get(Object object) {
    Entry<V> entry = entries.get(new Wanted(object));
    return entry == null ? null : entry.value();
  }

  /** Keeps something for an object for which nothing is kept yet. */
  void put(Object object, V value) {
    Entry<V> entry = new Entry<>(object, value, this);
    entries.put(entry, entry);
  }

  /** Strikes an entry out; tells whether it was there. */
  boolean remove(Entry<V> entry) {
    return entries.remove(entry, entry);
  }

  /** All entries, those of objects that have gone included, until they are removed. */
  Collection<Entry<V>> entries() {
    return entries.values();
  }

  /** Strikes all out. */
  void clear() {
    entries.clear();
  }
}
