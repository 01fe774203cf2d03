package dev.brood.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets an immutable class that is no record travel as one: marks the constructor, or the static
 * factory method, whose parameters are the parts of a value.
 *
 * <pre>{@code
 * public final class Money {
 *   @WireCreator
 *   public Money(String currency, long cents) { … }
 *   public String currency() { … }
 *   public long getCents() { … }
 * }
 * }</pre>
 *
 * <p>For each parameter {@code cents} the class has an accessor of the same type without
 * parameters, {@code cents()} or {@code getCents()} (for a {@code boolean} also {@code isCents()}),
 * or a field of that name, that generated code can see. What the accessors give must make an equal
 * value again. Subclasses of the class lose what they add, so it should be final. A class that
 * comes from a library must have been compiled with {@code -parameters}, which keeps the
 * parameters' names.
 *
 * <p>The class may be generic. The type variables of a static method then stand for those of the
 * class: {@code static <E> Box<E> of(E value)}.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.CONSTRUCTOR, ElementType.METHOD})
public @interface WireCreator {}
