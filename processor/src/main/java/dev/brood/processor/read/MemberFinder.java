package dev.brood.processor.read;

import dev.brood.processor.model.Access;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instance methods that a type has for its package: declared and inherited, each once.
 * The compilers' own list of all members differs between them in content and order.
 */
final class MemberFinder {
  private final Types types;
  private final NameReader names;

  MemberFinder(Types types, NameReader names) {
    this.types = types;
    this.names = names;
  }

  /** The declared methods in the order of the source, then the inherited ones by signature. */
  List<Member> find(TypeElement type) {
    DeclaredType self = (DeclaredType) type.asType();
    Map<String, Member> declared = new LinkedHashMap<>();
    Map<String, Member> inherited = new TreeMap<>();
    for (TypeElement part : lineage(type)) {
      for (ExecutableElement method : ElementFilter.methodsIn(part.getEnclosedElements())) {
        boolean own = part.equals(type);
        if (own ? isInstance(method) : isInstance(method) && isOpen(method)) {
          Member member = member(self, method, own);
          if (!declared.containsKey(member.key())) {
            (own ? declared : inherited).putIfAbsent(member.key(), member);
          }
        }
      }
    }
    List<Member> all = new ArrayList<>(declared.values());
    all.addAll(inherited.values());
    return all;
  }

  /** Whether the package can use the method; what is protected is for heirs only. */
  boolean isOpen(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.PROTECTED)
        && names.memberAccess(method) != Access.NOWHERE;
  }

  private static boolean isInstance(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC);
  }

  private Member member(DeclaredType self, ExecutableElement method, boolean own) {
    TypeMirror signature = own ? method.asType() : types.asMemberOf(self, method);
    ExecutableType executable = (ExecutableType) signature;
    List<String> parameters =
        executable.getParameterTypes().stream().map(types::erasure).map(TypeText::of).toList();
    String key = method.getSimpleName() + "(" + String.join(",", parameters) + ")";
    return new Member(method, executable, key);
  }

  /** The type, its superclasses without {@link Object}, then all interfaces, the nearest first. */
  private Set<TypeElement> lineage(TypeElement type) {
    Set<TypeElement> lineage = new LinkedHashSet<>();
    for (TypeElement part = type; part != null; part = element(part.getSuperclass())) {
      if (!part.getQualifiedName().contentEquals("java.lang.Object")) {
        lineage.add(part);
      }
    }
    Deque<TypeElement> open = new ArrayDeque<>(lineage);
    while (!open.isEmpty()) {
      for (TypeMirror mirror : open.removeFirst().getInterfaces()) {
        TypeElement element = element(mirror);
        if (element != null && lineage.add(element)) {
          open.addLast(element);
        }
      }
    }
    return lineage;
  }

  private @Nullable TypeElement element(TypeMirror mirror) {
    return mirror.getKind() == TypeKind.DECLARED ? (TypeElement) types.asElement(mirror) : null;
  }

  /**
   * A method.
   *
   * @param signature as the type has it
   * @param key its name and the erased types of its parameters
   */
  record Member(ExecutableElement method, ExecutableType signature, String key) {}
}
