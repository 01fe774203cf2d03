/** Judges the model: what may be generated, and what is wrong with the rest. */
@NullMarked
package dev.brood.processor.validate;

import org.jspecify.annotations.NullMarked;
