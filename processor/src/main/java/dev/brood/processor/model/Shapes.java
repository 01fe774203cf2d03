package dev.brood.processor.model;

import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.RecordType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the records and enums consist of that the methods of a class reach.
 *
 * @param records the components of each record, in their order; a record with type arguments stands
 *     here once for each list of arguments
 * @param enums the names of each enum's constants, in their order
 */
public record Shapes(Map<RecordType, List<Component>> records, Map<EnumType, List<String>> enums) {
  /** Copies the maps. */
  public Shapes {
    records = Map.copyOf(records);
    enums = Map.copyOf(enums);
  }

  /** The components of a record that is reached. */
  public List<Component> components(RecordType type) {
    return Objects.requireNonNull(records.get(type));
  }

  /** The names of the constants of an enum that is reached. */
  public List<String> constants(EnumType type) {
    return Objects.requireNonNull(enums.get(type));
  }

  /**
   * A record's component.
   *
   * @param origin where it stands, if it is itself to blame for its type: if its source is being
   *     compiled, and if its type is not one of the record's type arguments
   */
  public record Component(String name, WireType type, Optional<Origin> origin) {}
}
