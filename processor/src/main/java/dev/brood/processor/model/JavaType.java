package dev.brood.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type as the source has it. Only for declarations whose types are not simply those that travel:
 * generic methods, and the interfaces of a class.
 */
public sealed interface JavaType {
  /** Every class and interface that the type mentions. */
  Stream<NamedType> mentioned();

  /** A class or interface, with its type arguments if it has any. */
  record ClassType(NamedType type, List<JavaType> arguments) implements JavaType {
    /** Copies the list. */
    public ClassType {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Stream<NamedType> mentioned() {
      return Stream.concat(Stream.of(type), arguments.stream().flatMap(JavaType::mentioned));
    }
  }

  /** A primitive type. */
  record PrimitiveType(WireType.Primitive primitive) implements JavaType {
    @Override
    public Stream<NamedType> mentioned() {
      return Stream.empty();
    }
  }

  /** An array. */
  record ArrayOf(JavaType component) implements JavaType {
    @Override
    public Stream<NamedType> mentioned() {
      return component.mentioned();
    }
  }

  /** A type variable. */
  record VariableType(String name) implements JavaType {
    @Override
    public Stream<NamedType> mentioned() {
      return Stream.empty();
    }
  }

  /** A question mark, with one bound at most. */
  record WildcardType(Optional<JavaType> upper, Optional<JavaType> lower) implements JavaType {
    @Override
    public Stream<NamedType> mentioned() {
      return Stream.concat(upper.stream(), lower.stream()).flatMap(JavaType::mentioned);
    }
  }
}
