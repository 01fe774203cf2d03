/**
 * From the model to source text. The only package that knows JavaPoet; one small class for each
 * part of a generated file.
 */
@NullMarked
package dev.brood.processor.render;

import org.jspecify.annotations.NullMarked;
