/** Work that nobody wants any more: withdrawn, interrupted, killed, or ended by a limit of time. */
@NullMarked
package dev.brood.example.cancelling;

import org.jspecify.annotations.NullMarked;
