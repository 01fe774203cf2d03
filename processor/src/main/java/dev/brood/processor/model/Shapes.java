package dev.brood.processor.model;

import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.RecordType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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

  /** Whether nothing in a type, or in what it consists of, is in the way of travelling. */
  public boolean canTravel(WireType type) {
    return canTravel(type, new HashSet<>());
  }

  private boolean canTravel(WireType type, Set<WireType> seen) {
    if (type instanceof WireType.Untravellable) {
      return false;
    }
    if (type instanceof EnumType enumeration) {
      return enumeration.type().access() != Access.NOWHERE;
    }
    boolean accessible =
        !(type instanceof RecordType structure) || structure.type().access() != Access.NOWHERE;
    return accessible
        && type.parts().stream().allMatch(part -> canTravel(part, seen))
        && (!(type instanceof RecordType record)
            || !seen.add(record)
            || components(record).stream().allMatch(part -> canTravel(part.type(), seen)));
  }

  /**
   * A record's component.
   *
   * @param origin where it stands, if it is itself to blame for its type: if its source is being
   *     compiled, and if its type is not one of the record's type arguments
   */
  public record Component(String name, WireType type, Optional<Origin> origin) {}
}
