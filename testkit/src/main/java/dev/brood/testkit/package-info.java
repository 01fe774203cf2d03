/**
 * What the tests of all modules are made of: waiting without sleeping, looking at processes, and
 * the proof that nothing of a pool outlives it. It knows nothing of Brood's own classes.
 */
@NullMarked
package dev.brood.testkit;

import org.jspecify.annotations.NullMarked;
