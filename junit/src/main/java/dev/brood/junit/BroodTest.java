package dev.brood.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class one {@link dev.brood.Pool}: a parameter of that type of a constructor, a test
 * or a lifecycle method. Its {@code @Nested} classes share it.
 *
 * <pre>{@code
 * @BroodTest(workers = 2)
 * class RangesTest {
 *   @Test
 *   void countsWithinRange(Pool pool) {
 *     var ranges = RangesParallel.blocking(pool);
 *     assertEquals(2, ranges.howManyWithinRange(new int[] {3, 4, 8, 9}, 4, 8));
 *   }
 * }
 * }</pre>
 *
 * <p>The pool is closed after the class. The class fails, and the message says why, if then
 *
 * <ul>
 *   <li>a task of the pool does not end within {@link #closeWithin}; the pool is shut down at once
 *       then;
 *   <li>this JVM has a child process that it did not have before, whoever started it; it is killed
 *       then;
 *   <li>there is a file or folder in the temporary folder whose name begins with {@code brood-},
 *       which was not there before, and which does not go away.
 * </ul>
 *
 * <p>Where such classes run in parallel, processes and files are looked at when the last of them
 * ends. Test classes that start processes themselves should not run in parallel to them.
 *
 * <p>The configuration parameter {@code brood.junit.mode}, or the system property of that name,
 * with the value {@code inline}, {@code threads} or {@code child-jvms}, prevails over the {@link
 * #mode} of every class. So a whole suite can be debugged in one process:
 *
 * <pre>{@code
 * mvn test -DargLine=-Dbrood.junit.mode=inline
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(BroodExtension.class)
public @interface BroodTest {
  /** How many calls run at the same time, at least 1. An inline pool runs one at a time. */
  int workers() default 2;

  /** Where calls run, if {@code brood.junit.mode} does not tell. */
  PoolMode mode() default PoolMode.CHILD_JVMS;

  /** Options for the workers' JVM, such as {@code -Xmx1g}; without effect in the other modes. */
  String[] jvmArguments() default {};

  /** How many seconds tasks may take to end when the class has ended, 0 or more. */
  int closeWithin() default 10;
}
