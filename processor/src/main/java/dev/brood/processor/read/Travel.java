package dev.brood.processor.read;

import dev.brood.processor.model.Access;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.Shapes;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.RecordType;
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
      return enumeration.type().access() != Access.NOWHERE;
    }
    return type.parts().stream().allMatch(this::isPossible)
        && (!(type instanceof RecordType structure)
            || !entered.add(structure)
            || hasPossibleComponents(structure));
  }

  private boolean hasPossibleComponents(RecordType structure) {
    return structure.type().access() != Access.NOWHERE
        && shapes.components(structure).stream()
            .allMatch(component -> isPossible(component.type()));
  }
}
