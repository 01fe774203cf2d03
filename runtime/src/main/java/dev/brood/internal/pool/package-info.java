/**
 * Queueing, dispatch and completion: what stands between a {@link dev.brood.Pool} and its workers.
 */
@NullMarked
package dev.brood.internal.pool;

import org.jspecify.annotations.NullMarked;
