package dev.brood.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets values of a type travel by a {@link Codec}. For which type that is, the codec's own type
 * argument says. The nearest annotation counts, in this order:
 *
 * <ol>
 *   <li>on a parameter, a record component or a method (for its result): for that type wherever it
 *       occurs there, as in {@code @WireCodec(ColorCodec.class) List<Color> colors};
 *   <li>on the package, then on the module, of the class with the parallel methods: for types that
 *       one cannot annotate;
 *   <li>on the type itself.
 * </ol>
 *
 * <p>An annotation of the first kind reaches into type arguments and array components, but not into
 * the components of records: those name their own. There it is an error if the codec's type does
 * not occur. Everywhere it is one if two codecs are for the same type.
 */
@Retention(RetentionPolicy.CLASS)
@Repeatable(WireCodec.Several.class)
@Target({
  ElementType.TYPE,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT,
  ElementType.METHOD,
  ElementType.PACKAGE,
  ElementType.MODULE
})
public @interface WireCodec {
  /** The codec: a class that generated code can see, with a constructor without parameters. */
  Class<? extends Codec<?>> value();

  /** Holds several. */
  @Retention(RetentionPolicy.CLASS)
  @Target({
    ElementType.TYPE,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.METHOD,
    ElementType.PACKAGE,
    ElementType.MODULE
  })
  @interface Several {
    /** The codecs. */
    WireCodec[] value();
  }
}
