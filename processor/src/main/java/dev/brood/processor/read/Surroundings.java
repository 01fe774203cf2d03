package dev.brood.processor.read;

import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.TypeId;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads what a generated file must reckon with in its package and module. */
final class Surroundings {
  /** What generated code uses from {@code java.lang} by its simple name. */
  private static final List<String> USED =
      List.of(
          "Boolean",
          "Byte",
          "Character",
          "Deprecated",
          "Double",
          "Float",
          "Integer",
          "Long",
          "Object",
          "Override",
          "SafeVarargs",
          "Short",
          "String",
          "SuppressWarnings",
          "Throwable",
          "Void");

  private Surroundings() {}

  /**
   * Reads the surroundings of a class.
   *
   * @param mentioned the types that generated code mentions besides
   */
  static ParallelClass.Surroundings read(
      Elements elements, TypeElement type, Stream<TypeId> mentioned) {
    ModuleElement module = elements.getModuleOf(type);
    String generated = "javax.annotation.processing.Generated";
    TypeElement annotation =
        module == null
            ? elements.getTypeElement(generated)
            : elements.getTypeElement(module, generated);
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    Stream<String> mentionedNames =
        mentioned
            .filter(id -> id.packageName().equals("java.lang"))
            .map(id -> id.simpleNames().get(0));
    return new ParallelClass.Surroundings(
        module != null && !module.isUnnamed(),
        annotation != null,
        Stream.concat(USED.stream(), mentionedNames)
            .distinct()
            .filter(name -> elements.getTypeElement(prefix + name) != null)
            .toList());
  }
}
