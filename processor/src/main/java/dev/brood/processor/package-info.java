/**
 * The annotation processor: round control here, and one package for each step.
 *
 * <pre>
 * elements ─► read ─► model ─► validate ─► render ─► source
 *                                 │
 *                                 └──────► diagnostic ─► errors
 * </pre>
 */
@NullMarked
package dev.brood.processor;

import org.jspecify.annotations.NullMarked;
