package dev.brood.processor.model;

import java.util.List;

/**
 * The name of a class, interface, enum or record.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames outermost type first
 */
public record TypeId(String packageName, List<String> simpleNames) {
  /** Copies the list. */
  public TypeId {
    simpleNames = List.copyOf(simpleNames);
  }

  /** Such as {@code Entry}. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** Such as {@code Map.Entry}. */
  public String nestedName() {
    return String.join(".", simpleNames);
  }

  /** Such as {@code java.util.Map.Entry}: how source names it. */
  public String qualifiedName() {
    return inPackage(nestedName());
  }

  /** Such as {@code java.util.Map$Entry}: how a class file names it. */
  public String binaryName() {
    return inPackage(String.join("$", simpleNames));
  }

  /** The type that is generated for this one: {@code A_BParallel} for {@code A.B}. */
  public TypeId generated() {
    return new TypeId(packageName, List.of(String.join("_", simpleNames) + "Parallel"));
  }

  private String inPackage(String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
