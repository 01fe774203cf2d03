/** How a pool and one of its workers talk: frames, the handshake, and the rings that carry them. */
@NullMarked
package dev.brood.internal.channel;

import org.jspecify.annotations.NullMarked;
