/**
 * How fast Brood is, as ratios: against plain Java in one process, and against Python's process
 * pools in the same run. {@link dev.brood.benchmark.Compare} prints one table of all; the other
 * benchmarks are run by JMH.
 */
@NullMarked
package dev.brood.benchmark;

import org.jspecify.annotations.NullMarked;
