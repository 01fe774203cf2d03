package dev.brood.processor.read;

import dev.brood.processor.model.Access;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.Shapes;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.ForeignType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import dev.brood.processor.model.WireType.Untravellable;
import java.util.HashSet;
import java.util.Set;

/** Tells whether types can travel, where it is no mistake if they cannot. */
final class Travel {
  private final Shapes shapes;
  private final Set<WireType> entered = new HashSet<>();

  private Travel(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Whether everything that a method takes and gives can travel. */
  static boolean isPossible(ParallelMethod method, Shapes shapes) {
    return method.types().allMatch(new Travel(shapes)::isPossible);
  }

  private boolean isPossible(WireType type) {
    if (type instanceof Untravellable) {
      return false;
    }
    if (type instanceof EnumType enumeration) {
      return isAccessible(enumeration.type());
    }
    if (type instanceof CodedType coded) {
      return isNameable(coded.target());
    }
    return type.parts().stream().allMatch(this::isPossible) && consistsOfPossible(type);
  }

  private boolean consistsOfPossible(WireType type) {
    if (type instanceof RecordType structure) {
      return !entered.add(structure)
          || (isAccessible(structure.type())
              && shapes.components(structure).stream()
                  .allMatch(component -> isPossible(component.type())));
    }
    if (type instanceof SealedType sealed) {
      return !entered.add(sealed)
          || (isAccessible(sealed.type())
              && shapes.leaves(sealed).stream().allMatch(this::isPossible));
    }
    return true;
  }

  /** A codec's target is named in signatures, its type arguments included. */
  private static boolean isNameable(WireType name) {
    return (!(name instanceof ForeignType foreign) || isAccessible(foreign.type()))
        && name.parts().stream().allMatch(Travel::isNameable);
  }

  private static boolean isAccessible(NamedType type) {
    return type.access() != Access.NOWHERE;
  }
}
