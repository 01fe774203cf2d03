/** The first steps: submit a call, wait for several, map over a collection. */
@NullMarked
package dev.brood.example.squares;

import org.jspecify.annotations.NullMarked;
