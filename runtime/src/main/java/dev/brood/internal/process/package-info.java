/**
 * Child JVMs: finding {@code java}, building the command, launching, draining output, and telling
 * how a process ended.
 */
@NullMarked
package dev.brood.internal.process;

import org.jspecify.annotations.NullMarked;
