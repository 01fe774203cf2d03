/**
 * What the processor has to say: one catalogue of messages with stable codes, and the only code
 * that knows the compiler's {@link javax.annotation.processing.Messager}.
 */
@NullMarked
package dev.brood.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
