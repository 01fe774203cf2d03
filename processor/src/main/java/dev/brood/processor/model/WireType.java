package dev.brood.processor.model;

import java.util.List;

/** The type of a parameter, a result or a part of one. */
public sealed interface WireType {
  /** Calls the visitor's method for this kind of type. */
  <R> R accept(Visitor<R> visitor);

  /** The types that this one's name mentions: elements, keys, values, type arguments. */
  default List<WireType> parts() {
    return List.of();
  }

  /** The eight primitive types. */
  enum Primitive implements WireType {
    /** {@code boolean}. */
    BOOLEAN("boolean", "Boolean", "Boolean"),
    /** {@code byte}. */
    BYTE("byte", "Byte", "Byte"),
    /** {@code short}. */
    SHORT("short", "Short", "Short"),
    /** {@code char}. */
    CHAR("char", "Char", "Character"),
    /** {@code int}. */
    INT("int", "Int", "Integer"),
    /** {@code long}. */
    LONG("long", "Long", "Long"),
    /** {@code float}. */
    FLOAT("float", "Float", "Float"),
    /** {@code double}. */
    DOUBLE("double", "Double", "Double");

    private final String keyword;
    private final String label;
    private final String box;

    Primitive(String keyword, String label, String box) {
      this.keyword = keyword;
      this.label = label;
      this.box = box;
    }

    /** Such as {@code int}. */
    public String keyword() {
      return keyword;
    }

    /** Such as {@code Int}, as in {@code writeInt}. */
    public String label() {
      return label;
    }

    /** Such as {@code Integer}. */
    public String box() {
      return box;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.primitive(this);
    }
  }

  /** The box of a primitive. */
  record Boxed(Primitive primitive) implements WireType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.boxed(this);
    }
  }

  /** {@link String}. */
  record StringType() implements WireType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.string(this);
    }
  }

  /** A class of the JDK that is no container, such as {@link java.util.UUID}. */
  record ValueType(TypeId id) implements WireType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.value(this);
    }
  }

  /** An enum; {@link Shapes} knows its constants. */
  record EnumType(NamedType type) implements WireType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enumeration(this);
    }
  }

  /**
   * A record, or a class that says how it is made of its parts, with its type arguments if it has
   * any; {@link Shapes} knows its components.
   */
  record RecordType(NamedType type, List<WireType> arguments) implements WireType {
    /** Copies the list. */
    public RecordType {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<WireType> parts() {
      return arguments;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.structure(this);
    }
  }

  /**
   * A sealed interface or abstract class, with its type arguments if it has any; {@link Shapes}
   * knows the types that it may turn out to be.
   */
  record SealedType(NamedType type, List<WireType> arguments) implements WireType {
    /** Copies the list. */
    public SealedType {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<WireType> parts() {
      return arguments;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sealed(this);
    }
  }

  /**
   * A type that travels by a codec of the user's.
   *
   * @param target what the codec says that it is for
   */
  record CodedType(NamedType codec, ForeignType target) implements WireType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.coded(this);
    }
  }

  /**
   * A type of which only the name matters, because a {@linkplain CodedType codec} deals with it.
   */
  record ForeignType(NamedType type, List<WireType> arguments) implements WireType {
    /** Copies the list. */
    public ForeignType {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<WireType> parts() {
      return arguments;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.foreign(this);
    }
  }

  /** An array. */
  record ArrayType(WireType component) implements WireType {
    @Override
    public List<WireType> parts() {
      return List.of(component);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.array(this);
    }
  }

  /** A collection of elements. */
  record CollectionType(Container kind, WireType element) implements WireType {
    @Override
    public List<WireType> parts() {
      return List.of(element);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.collection(this);
    }
  }

  /** A map. */
  record MapType(Container kind, WireType key, WireType value) implements WireType {
    @Override
    public List<WireType> parts() {
      return List.of(key, value);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.map(this);
    }
  }

  /** {@link java.util.Map.Entry}. */
  record EntryType(WireType key, WireType value) implements WireType {
    @Override
    public List<WireType> parts() {
      return List.of(key, value);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.entry(this);
    }
  }

  /** {@link java.util.Optional}. */
  record OptionalType(WireType value) implements WireType {
    @Override
    public List<WireType> parts() {
      return List.of(value);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.optional(this);
    }
  }

  /**
   * A type that cannot travel.
   *
   * @param name how to show it in a message
   * @param obstacle why not
   * @param instead a type to use in its place, if the obstacle leaves a choice; may be empty
   */
  record Untravellable(String name, Obstacle obstacle, String instead) implements WireType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.untravellable(this);
    }
  }

  /** One method for each kind of type. */
  interface Visitor<R> {
    /** For a primitive. */
    R primitive(Primitive type);

    /** For a box. */
    R boxed(Boxed type);

    /** For a string. */
    R string(StringType type);

    /** For a class of the JDK. */
    R value(ValueType type);

    /** For an enum. */
    R enumeration(EnumType type);

    /** For a record, or a class that is like one. */
    R structure(RecordType type);

    /** For a sealed type. */
    R sealed(SealedType type);

    /** For what a user's codec deals with. */
    R coded(CodedType type);

    /** For a part of the name of such a type. */
    R foreign(ForeignType type);

    /** For an array. */
    R array(ArrayType type);

    /** For a collection. */
    R collection(CollectionType type);

    /** For a map. */
    R map(MapType type);

    /** For a map's entry. */
    R entry(EntryType type);

    /** For an optional value. */
    R optional(OptionalType type);

    /** For what cannot travel. */
    R untravellable(Untravellable type);
  }
}
