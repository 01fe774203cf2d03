/** A child JVM: its main class, and what ends it when the parent is gone. */
@NullMarked
package dev.brood.internal.child;

import org.jspecify.annotations.NullMarked;
