package dev.brood.internal.pool;

import dev.brood.wire.Payload;
import dev.brood.wire.WireService;
import org.jspecify.annotations.Nullable;

/**
 * A service as a pool knows it. Two are equal if their keys are the same object.
 *
 * @param key what gives the service its identity
 * @param table holds the constructor and the methods
 * @param constructor its place in the table
 * @param arguments of the constructor
 */
record ServiceRef(Object key, TableRef table, int constructor, Payload arguments) {

  static ServiceRef of(WireService<?> service) {
    return new ServiceRef(
        service, TableRef.of(service.entryPoints()), service.index(), service.arguments());
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the very service
  public boolean equals(@Nullable Object other) {
    return other instanceof ServiceRef that && key == that.key;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(key);
  }
}
