package dev.brood.processor.model;

/**
 * A type that generated code names.
 *
 * @param id its name
 * @param access from where it, and every type around it, can be named
 * @param deprecation whether it is deprecated, or a type around it, or one of its constructors and
 *     accessors
 */
public record NamedType(TypeId id, Access access, Deprecation deprecation) {}
