package dev.brood.internal.pool;

import dev.brood.wire.EntryPoints;
import org.jspecify.annotations.Nullable;

/**
 * A table of entry points as a pool knows it: by name and fingerprint. Two are equal if these are.
 *
 * @param className by which a worker finds it
 * @param fingerprint which the worker's own must equal
 * @param table the table itself; null if it was named by a worker, whose classes this process need
 *     not have and never loads
 */
record TableRef(String className, long fingerprint, @Nullable EntryPoints table) {

  static TableRef of(EntryPoints table) {
    return new TableRef(table.className(), table.fingerprint(), table);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the very table
  public boolean equals(@Nullable Object other) {
    return other instanceof TableRef that
        && fingerprint == that.fingerprint
        && table == that.table
        && className.equals(that.className);
  }

  @Override
  public int hashCode() {
    return className.hashCode();
  }
}
