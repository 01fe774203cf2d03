package dev.brood.processor.model;

/**
 * A place in the source, as a number that only the reporter can resolve. Numbers grow in the order
 * of reading.
 *
 * @param id the number
 */
public record Origin(int id) {}
