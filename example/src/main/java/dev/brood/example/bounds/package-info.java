/** Two different methods at once, with a time limit for each, round after round on one pool. */
@NullMarked
package dev.brood.example.bounds;

import org.jspecify.annotations.NullMarked;
