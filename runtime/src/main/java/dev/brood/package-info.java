/**
 * Process-based parallelism: mark a method {@link dev.brood.Parallel}, describe a {@link
 * dev.brood.Call} of it with the generated {@code XParallel} type, and let a {@link dev.brood.Pool}
 * of child JVMs run it.
 *
 * <p>Everything that a user of the library touches is in this package.
 */
@NullMarked
package dev.brood;

import org.jspecify.annotations.NullMarked;
