package dev.brood.processor.render;

import dev.brood.processor.model.Access;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ThrownType;
import dev.brood.processor.model.WireType;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Who may see what is generated: nobody who could not see the same in the annotated class. */
final class Visibility {
  private Visibility() {}

  /** The generated type is as visible as the class. */
  static boolean isPublic(ParallelClass parallelClass) {
    return parallelClass.type().access() == Access.EVERYWHERE;
  }

  /** A factory is as visible as its method, and as the types in its signature. */
  static boolean isPublic(ParallelClass parallelClass, ParallelMethod method) {
    return isPublic(parallelClass)
        && method.traits().isPublic()
        && signature(method).allMatch(type -> type.access() == Access.EVERYWHERE);
  }

  /** An interface shows all its methods, so the proxies are as visible as the least visible. */
  static boolean areProxiesPublic(ParallelClass parallelClass) {
    return parallelClass.methods().stream().allMatch(method -> isPublic(parallelClass, method));
  }

  /** {@code public}, or no modifier. */
  static Modifier[] modifiers(boolean isPublic, Modifier... others) {
    return Stream.concat(isPublic ? Stream.of(Modifier.PUBLIC) : Stream.of(), Stream.of(others))
        .toArray(Modifier[]::new);
  }

  private static Stream<NamedType> signature(ParallelMethod method) {
    return Stream.of(
            method.thrown().stream().map(ThrownType::type),
            method.types().flatMap(Visibility::mentioned),
            method.generics().mentioned())
        .flatMap(types -> types);
  }

  private static Stream<NamedType> mentioned(WireType type) {
    return Stream.concat(Layout.named(type), type.parts().stream().flatMap(Visibility::mentioned));
  }
}
