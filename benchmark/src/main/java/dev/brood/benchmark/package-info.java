/**
 * How fast Brood is, as ratios: against plain Java in one process, and against Python's process
 * pools in the same run. {@link dev.brood.benchmark.Goals} measures every row of the goal table;
 * the other benchmarks are run by JMH.
 */
@NullMarked
package dev.brood.benchmark;

import org.jspecify.annotations.NullMarked;
