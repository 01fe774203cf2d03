/** Exceptions that cross the border between two processes. */
@NullMarked
package dev.brood.example.dividingbyzero;

import org.jspecify.annotations.NullMarked;
