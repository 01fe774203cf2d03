package dev.brood.internal.call;

import dev.brood.wire.Payload;
import java.util.List;
import java.util.function.Function;

/** Placeholder. */
public final class Fold {
  private Fold() {}

  public static <P> Payload run(
      List<P> parts, Function<P, Payload> call, Function<Payload, Payload> combine) {
    throw new UnsupportedOperationException();
  }
}
