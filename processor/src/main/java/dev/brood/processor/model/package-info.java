/**
 * What is known of an annotated class, as immutable values: no compiler's elements, no generator's
 * types. Everything after the reader works on this alone.
 */
@NullMarked
package dev.brood.processor.model;

import org.jspecify.annotations.NullMarked;
