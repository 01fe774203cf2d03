package dev.brood.processor.model;

import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the records, enums and sealed types consist of that the methods of a class reach.
 *
 * @param records the structure of each record; a record with type arguments stands here once for
 *     each list of arguments
 * @param enums the names of each enum's constants, in the order in which they are numbered
 * @param sealed what each sealed type may turn out to be, by name: none of them sealed itself
 * @param mistakes what is wrong with codecs that were named
 */
public record Shapes(
    Map<RecordType, Structure> records,
    Map<EnumType, List<String>> enums,
    Map<SealedType, List<WireType>> sealed,
    List<CodecMistake> mistakes) {
  /** Copies the maps and the list. */
  public Shapes {
    records = Map.copyOf(records);
    enums = Map.copyOf(enums);
    sealed = Map.copyOf(sealed);
    mistakes = List.copyOf(mistakes);
  }

  /** The structure of a record that is reached. */
  public Structure structure(RecordType type) {
    return Objects.requireNonNull(records.get(type));
  }

  /** The components of a record that is reached. */
  public List<Component> components(RecordType type) {
    return structure(type).components();
  }

  /** The names of the constants of an enum that is reached. */
  public List<String> constants(EnumType type) {
    return Objects.requireNonNull(enums.get(type));
  }

  /** What a sealed type that is reached may turn out to be, in a stable order. */
  public List<WireType> leaves(SealedType type) {
    return Objects.requireNonNull(sealed.get(type));
  }

  /**
   * How a record, or a class that is like one, is taken apart and made again.
   *
   * @param factory the static method that makes it; empty for the constructor
   */
  public record Structure(List<Component> components, Optional<String> factory) {
    /** What is known of a record until its components have been read. */
    public static final Structure UNKNOWN = new Structure(List.of(), Optional.empty());

    /** Copies the list. */
    public Structure {
      components = List.copyOf(components);
    }
  }

  /**
   * A record's component, or a part of a class that is like one.
   *
   * @param accessor what gives it: {@code name()}, {@code getName()} or the field {@code name}
   * @param origin where it stands, if it is itself to blame for its type: if its source is being
   *     compiled, and if its type is not one of the record's type arguments
   */
  public record Component(String name, WireType type, String accessor, Optional<Origin> origin) {}
}
