/**
 * From the compiler's elements to the model. Nothing here judges: what cannot work becomes a fact
 * of the model, for the validator to see.
 */
@NullMarked
package dev.brood.processor.read;

import org.jspecify.annotations.NullMarked;
