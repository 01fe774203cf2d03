package dev.brood.processor.read;

import dev.brood.processor.model.WireType;
import dev.brood.processor.model.WireType.CodedType;
import dev.brood.processor.model.WireType.RecordType;
import dev.brood.processor.model.WireType.SealedType;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What has to be known of the types that were read, besides how they travel. */
final class TypeTraits {
  private final Types types;
  private final TypeMirror comparable;
  private final Set<WireType> withNaturalOrder = new HashSet<>();
  private final Set<WireType> withSubclasses = new HashSet<>();

  TypeTraits(Elements elements, Types types) {
    this.types = types;
    this.comparable = types.erasure(elements.getTypeElement("java.lang.Comparable").asType());
  }

  /** Notes what is known of a type from its declaration. */
  void note(WireType type, TypeElement element) {
    if (types.isSubtype(types.erasure(element.asType()), comparable)) {
      withNaturalOrder.add(type);
    }
    if (hasWayOfItsOwn(type) && !isFinal(element)) {
      withSubclasses.add(type);
    }
  }

  /** Notes that a codec deals with a type where it stands for a type variable. */
  void pass(WireType known, CodedType coded) {
    if (withNaturalOrder.contains(known)) {
      withNaturalOrder.add(coded);
    }
    if (known instanceof SealedType) {
      withSubclasses.add(known);
    }
  }

  /** Whether values of a type can be compared. */
  boolean haveNaturalOrder(WireType type) {
    return withNaturalOrder.contains(type);
  }

  /** Whether values of subclasses travel as if they were of the type's own class. */
  boolean mayHaveSubclasses(WireType type) {
    return withSubclasses.contains(type);
  }

  private static boolean hasWayOfItsOwn(WireType type) {
    return type instanceof CodedType || type instanceof RecordType;
  }

  private static boolean isFinal(TypeElement element) {
    return element.getKind() == ElementKind.RECORD
        || element.getKind() == ElementKind.ENUM
        || element.getModifiers().contains(Modifier.FINAL);
  }
}
