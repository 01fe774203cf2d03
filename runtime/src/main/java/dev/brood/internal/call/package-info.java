/**
 * One call as bytes: running an entry point on encoded arguments, and the envelope that brings its
 * outcome back.
 */
@NullMarked
package dev.brood.internal.call;

import org.jspecify.annotations.NullMarked;
