/**
 * For tests of code that uses Brood: {@link dev.brood.junit.BroodTest} gives a test class a pool
 * and proves that nothing of it is left.
 */
@NullMarked
package dev.brood.junit;

import org.jspecify.annotations.NullMarked;
