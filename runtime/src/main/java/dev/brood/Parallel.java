package dev.brood;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that may run in another process.
 *
 * <p>For a class {@code Ranges} with such methods the annotation processor generates {@code
 * RangesParallel}: factories that describe one {@link Call} each, an asynchronous proxy ({@code
 * RangesParallel.on(pool)}) and a blocking one ({@code RangesParallel.blocking(pool)}). For a
 * nested class {@code Outer.Inner} the generated type is {@code Outer_InnerParallel}.
 *
 * <p>The annotation is no part of a method's documentation, as it changes nothing for direct
 * callers.
 *
 * <p>The method must be static and not private, and its parameter and result types must be able to
 * travel. What cannot travel is a compile-time error that names the culprit; nothing is serialized
 * by reflection.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Parallel {}
