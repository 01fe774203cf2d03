/** The main loop of a child JVM. */
@NullMarked
package dev.brood.internal.worker;

import org.jspecify.annotations.NullMarked;
