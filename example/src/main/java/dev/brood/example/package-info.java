/**
 * Programs to read and to run, a package for each. {@link dev.brood.example.Examples} runs them.
 */
@NullMarked
package dev.brood.example;

import org.jspecify.annotations.NullMarked;
