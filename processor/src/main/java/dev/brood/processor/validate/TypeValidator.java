package dev.brood.processor.validate;

import dev.brood.processor.diagnostic.Diagnostic;
import dev.brood.processor.diagnostic.Problem;
import dev.brood.processor.model.Access;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.Obstacle;
import dev.brood.processor.model.Origin;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.Shapes.Component;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.TypeId;
import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.EntryType;
import dev.brood.processor.model.WireType.EnumType;
import dev.brood.processor.model.WireType.ForeignType;
import dev.brood.processor.model.WireType.MapType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import dev.brood.processor.model.WireType.Untravellable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the parts of types that cannot travel. Each culprit is named once for each place. */
final class TypeValidator {
  private final ParallelClass parallelClass;
  private final List<Problem> problems;
  private final Set<Culprit> reported = new HashSet<>();

  TypeValidator(ParallelClass parallelClass, List<Problem> problems) {
    this.parallelClass = parallelClass;
    this.problems = problems;
  }

  /** Looks through a type and all that it is made of. */
  void validate(WireType type, TypePath path, Origin origin) {
    walk(type, path, origin, new HashSet<>());
  }

  private void walk(WireType type, TypePath path, Origin origin, Set<WireType> entered) {
    if (type instanceof Untravellable culprit) {
      diagnostic(culprit.obstacle())
          .ifPresent(diagnostic -> report(diagnostic, path, origin, culprit));
    } else if (type instanceof EnumType enumeration) {
      requireAccess(enumeration.type(), path, origin);
    } else if (type instanceof RecordType structure) {
      if (requireAccess(structure.type(), path, origin) && entered.add(structure)) {
        walkInto(structure, path, origin, entered);
      }
    } else if (type instanceof SealedType sealed) {
      if (requireAccess(sealed.type(), path, origin) && entered.add(sealed)) {
        sealed.arguments().forEach(argument -> walk(argument, path, origin, entered));
        for (WireType leaf : parallelClass.shapes().leaves(sealed)) {
          walk(leaf, path.leaf(simpleName(leaf)), origin, entered);
        }
      }
    } else if (type instanceof CodedType coded) {
      requireAccess(coded.target(), path, origin);
    } else if (type instanceof MapType map) {
      walk(map.key(), path.keys(), origin, entered);
      walk(map.value(), path.values(), origin, entered);
    } else if (type instanceof EntryType entry) {
      walk(entry.key(), path.keys(), origin, entered);
      walk(entry.value(), path.values(), origin, entered);
    } else {
      type.parts().forEach(part -> walk(part, path.elements(), origin, entered));
    }
  }

  private void walkInto(RecordType type, TypePath path, Origin origin, Set<WireType> entered) {
    type.arguments().forEach(argument -> walk(argument, path, origin, entered));
    TypeId id = type.type().id();
    String brief = Signatures.brief(type);
    String record = brief.substring(id.nestedName().length() - id.simpleName().length());
    for (Component component : parallelClass.shapes().components(type)) {
      walk(
          component.type(),
          path.component(record, component.name()),
          component.origin().orElse(origin),
          entered);
    }
  }

  private static String simpleName(WireType type) {
    String name = Signatures.brief(type).replaceFirst("<.*", "");
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A codec's target is named in signatures, its type arguments included. */
  private void requireAccess(WireType name, TypePath path, Origin origin) {
    if (name instanceof ForeignType foreign) {
      requireAccess(foreign.type(), path, origin);
    }
    name.parts().forEach(part -> requireAccess(part, path, origin));
  }

  private boolean requireAccess(NamedType type, TypePath path, Origin origin) {
    boolean accessible = type.access() != Access.NOWHERE;
    if (!accessible) {
      String name = type.id().qualifiedName();
      if (reported.add(new Culprit(Diagnostic.INACCESSIBLE, origin, name))) {
        String home = Validator.packageOf(parallelClass);
        problems.add(Problem.of(Diagnostic.INACCESSIBLE, origin, path.brief(), name, home));
      }
    }
    return accessible;
  }

  private void report(Diagnostic diagnostic, TypePath path, Origin origin, Untravellable culprit) {
    if (reported.add(new Culprit(diagnostic, origin, culprit.name()))) {
      problems.add(Problem.of(diagnostic, origin, path.brief(), culprit.name(), culprit.instead()));
    }
  }

  /** The diagnostic for an obstacle; none where another diagnostic has said it already. */
  private static Optional<Diagnostic> diagnostic(Obstacle obstacle) {
    return switch (obstacle) {
      case PLAIN_CLASS -> Optional.of(Diagnostic.PLAIN_CLASS);
      case LIBRARY_CLASS -> Optional.of(Diagnostic.LIBRARY_CLASS);
      case INNER_CLASS -> Optional.of(Diagnostic.INNER_CLASS_VALUE);
      case INTERFACE -> Optional.of(Diagnostic.INTERFACE);
      case FUNCTION -> Optional.of(Diagnostic.FUNCTION);
      case FUTURE -> Optional.of(Diagnostic.FUTURE);
      case OBJECT -> Optional.of(Diagnostic.OBJECT);
      case WILDCARD -> Optional.of(Diagnostic.WILDCARD);
      case RAW -> Optional.of(Diagnostic.RAW);
      case STREAM -> Optional.of(Diagnostic.STREAM);
      case RESOURCE -> Optional.of(Diagnostic.RESOURCE);
      case THREAD -> Optional.of(Diagnostic.THREAD);
      case CALLERS_OWN -> Optional.of(Diagnostic.CALLERS_OWN);
      case COLLECTION -> Optional.of(Diagnostic.COLLECTION);
      case ENDLESS -> Optional.of(Diagnostic.ENDLESS);
      case UNRESOLVED -> Optional.of(Diagnostic.UNRESOLVED);
      case NOT_COMPARABLE -> Optional.of(Diagnostic.NOT_COMPARABLE);
      case NON_SEALED -> Optional.of(Diagnostic.NON_SEALED);
      case OPEN_LEAF -> Optional.of(Diagnostic.OPEN_LEAF);
      case CREATOR_SEVERAL -> Optional.of(Diagnostic.CREATOR_SEVERAL);
      case CREATOR_INACCESSIBLE -> Optional.of(Diagnostic.CREATOR_INACCESSIBLE);
      case CREATOR_ABSTRACT -> Optional.of(Diagnostic.CREATOR_ABSTRACT);
      case CREATOR_INSTANCE -> Optional.of(Diagnostic.CREATOR_INSTANCE);
      case CREATOR_RESULT -> Optional.of(Diagnostic.CREATOR_RESULT);
      case CREATOR_THROWS -> Optional.of(Diagnostic.CREATOR_THROWS);
      case CREATOR_ACCESSOR -> Optional.of(Diagnostic.CREATOR_ACCESSOR);
      case CREATOR_NAMES -> Optional.of(Diagnostic.CREATOR_NAMES);
      case TYPE_VARIABLE -> Optional.empty();
    };
  }

  private record Culprit(Diagnostic diagnostic, Origin origin, String type) {}
}
