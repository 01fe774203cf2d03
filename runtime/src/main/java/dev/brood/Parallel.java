package dev.brood;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what may run in another process: a method, or all methods of a class.
 *
 * <p>For a class {@code Ranges} that has the annotation, or methods that have it, the annotation
 * processor generates {@code RangesParallel}: factories that describe one {@link Call} each, an
 * asynchronous proxy ({@code RangesParallel.on(pool)}) and a blocking one ({@code
 * RangesParallel.blocking(pool)}), each also with {@link CallOptions} for all of its calls. For a
 * nested class {@code Outer.Inner} the generated type is {@code Outer_InnerParallel}. The types of
 * parameters and results must be able to travel. What cannot is a compile-time error that names the
 * culprit; nothing is serialized by reflection.
 *
 * <h2>On a method</h2>
 *
 * <p>The method is not private, and it is
 *
 * <ul>
 *   <li>static, in a class, an interface, an enum or a record; or
 *   <li>an instance method of a type that can itself travel, such as a record or an enum. The value
 *       it is called on then travels as the first argument: {@code ModelParallel.score(model, x)}.
 * </ul>
 *
 * <p>It may have type variables if each has a single bound that tells what travels: a record, an
 * enum, a final class or a sealed type.
 *
 * <p>In a local or an anonymous class the annotation is an error if {@code javac} compiles it;
 * other compilers do not show such classes to annotation processors, and ignore it.
 *
 * <h2>On a class: a service</h2>
 *
 * <p>Each worker has one object of the class, and the methods run on it. The class is neither
 * abstract nor generic nor an inner class; its constructors that are not private become those of a
 * generated type, whose arguments travel to the workers:
 *
 * <pre>{@code
 * @Parallel
 * class Dictionary implements Lookup, AutoCloseable {
 *   Dictionary(String language) { … }                 // runs in each worker, before its first call
 *   public String meaning(String word) { … }
 *   public void close() { … }                         // runs in each worker, at the end
 * }
 *
 * var english = new DictionaryParallel.Instance("en");
 * Lookup lookup = DictionaryParallel.blocking(pool, english);
 * List<String> all = pool.map(words, word -> DictionaryParallel.meaning(english, word));
 * }</pre>
 *
 * <p>The methods are all instance methods that are public or package-private, those included that
 * the class inherits from other classes than {@link Object} and from interfaces. Not among them are
 * protected methods, the methods of {@code Object}, even if overridden, and {@code close()} of an
 * {@link AutoCloseable}, which the worker calls at the end. Static methods may have the annotation
 * besides; the proxies have them too. {@link Service} tells when objects are built and how failures
 * are told.
 *
 * <p>The blocking proxy implements the interfaces that the class and its superclasses implement, as
 * far as they are accessible and not sealed, so callers that know an interface need not change.
 * Left out are {@code AutoCloseable}, {@code Closeable}, {@code Serializable} and {@code
 * Cloneable}; if another interface has {@code close()}, then the proxy's does nothing. A default
 * method whose types cannot travel is not run in the worker: it runs on the proxy, in the caller's
 * process.
 *
 * <h2>On an interface</h2>
 *
 * <p>The same, with an {@link #implementation} whose constructors count. The methods are those of
 * the interface, and the blocking proxy implements it. An abstract class may name an implementation
 * in the same way.
 *
 * <h2>If {@code RangesParallel} does not exist</h2>
 *
 * <p>Then the annotation processor {@code brood-processor} has not run. Since JDK 23 {@code javac}
 * runs processors only when told to: with {@code -processorpath} (in Maven {@code
 * annotationProcessorPaths}, in Gradle the configuration {@code annotationProcessor}), with {@code
 * -processor dev.brood.processor.ParallelProcessor}, or with {@code -proc:full} if it is on the
 * class path. If it did run, it has reported why nothing could be generated, as an error whose code
 * begins with {@code BROOD}.
 *
 * <p>The annotation is no part of a method's documentation, as it changes nothing for direct
 * callers.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Parallel {
  /**
   * On an interface, or an abstract class: the class of the object that each worker creates. It is
   * a concrete subtype with a constructor that the package of the annotated type can call. By
   * default {@code void}, which means the annotated class itself.
   */
  Class<?> implementation() default void.class;

  /**
   * Whether the method may be run again after it may have started, since running it twice is as
   * good as once. After a crash it is then run again, as often as {@link CallOptions#retries(int)}
   * allows: twice if nothing is said. After a {@linkplain CallOptions#timeout(java.time.Duration)
   * timeout} only if retries were said. On a type: whether all of its methods may, but for those
   * whose own annotation says otherwise.
   */
  boolean idempotent() default false;
}
