/**
 * What generated code calls: writing and reading values as bytes, and the table of entry points
 * through which a worker reaches the methods that it may run.
 *
 * <p>Users meet this package only when they write a codec by hand.
 */
@NullMarked
package dev.brood.wire;

import org.jspecify.annotations.NullMarked;
