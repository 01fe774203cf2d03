package dev.brood.wire;

import dev.brood.WireException;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How the constants of an enum travel: by their places in the order of their names, which does not
 * depend on that of the source, nor on what a compiler tells of a class file. The fingerprint of a
 * table covers the names.
 *
 * @param <E> the enum
 */
public final class EnumCodec<E extends Enum<E>> {
  private final E[] byName;

  /** The place of each constant, by its ordinal. */
  private final int[] places;

  private EnumCodec(E[] byName) {
    this.byName = byName;
    this.places = new int[byName.length];
    for (int place = 0; place < byName.length; place++) {
      places[ordinal(byName[place])] = place;
    }
  }

  /**
   * Creates a codec.
   *
   * @param constants all that the enum has, in any order
   */
  public static <E extends Enum<E>> EnumCodec<E> of(E[] constants) {
    E[] byName = constants.clone();
    Arrays.sort(byName, Comparator.comparing(Enum::name));
    return new EnumCodec<>(byName);
  }

  /** Writes a constant. */
  public void write(WireWriter out, @Nullable E value) {
    if (value == null) {
      out.writeNull();
    } else {
      out.writeSize(places[ordinal(value)]);
    }
  }

  /**
   * Reads a constant.
   *
   * @throws WireException if there is none at the place that was read
   */
  public @Nullable E read(WireReader in) {
    return in.readEnum(byName);
  }

  @SuppressWarnings("EnumOrdinal") // it does not leave the process
  private static int ordinal(Enum<?> constant) {
    return constant.ordinal();
  }
}
