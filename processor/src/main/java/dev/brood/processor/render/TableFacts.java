package dev.brood.processor.render;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brood.processor.model.Fingerprint;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Parameter;
import dev.brood.processor.model.Signatures;
import dev.brood.processor.model.WireType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What a table tells of its methods besides their names; nothing that its base class says too. */
final class TableFacts {
  private final ParallelClass parallelClass;
  private final List<ParallelMethod> table;

  TableFacts(ParallelClass parallelClass) {
    this.parallelClass = parallelClass;
    this.table = parallelClass.table();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    add(methods, "isIdempotent", TypeName.BOOLEAN, idempotent(), "false");
    add(methods, "resultShape", TypeName.LONG, resultShapes(), "0");
    add(methods, "foldShape", TypeName.LONG, foldShapes(), "0");
    return methods;
  }

  /** The indices by what is said of them, as an expression. */
  private Map<String, List<Integer>> idempotent() {
    return where(method -> method.traits().isIdempotent(), method -> "true");
  }

  private Map<String, List<Integer>> resultShapes() {
    return where(
        method -> method.result().isPresent(),
        method -> String.format("0x%016xL", Fingerprint.of(method.result().get(), parallelClass)));
  }

  /** Equal types are written in the same way, so the shape of the one is that of the others. */
  private Map<String, List<Integer>> foldShapes() {
    return where(TableFacts::folds, method -> "resultShape(index)");
  }

  private static boolean folds(ParallelMethod method) {
    List<WireType> inputs = method.inputs().stream().map(Parameter::type).toList();
    return inputs.size() == 2
        && method.result().isPresent()
        && inputs.stream()
            .map(Signatures::wire)
            .allMatch(Signatures.wire(method.result().get())::equals);
  }

  private Map<String, List<Integer>> where(
      Predicate<ParallelMethod> property, Function<ParallelMethod, String> value) {
    Map<String, List<Integer>> indices = new LinkedHashMap<>();
    for (int i = 0; i < table.size(); i++) {
      if (property.test(table.get(i))) {
        indices.computeIfAbsent(value.apply(table.get(i)), unused -> new ArrayList<>()).add(i);
      }
    }
    return indices;
  }

  private static void add(
      List<MethodSpec> methods,
      String name,
      TypeName type,
      Map<String, List<Integer>> indices,
      String otherwise) {
    if (indices.isEmpty()) {
      return;
    }
    CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("return switch (index)");
    indices.forEach(
        (value, cases) ->
            body.add(
                "case $L -> $L;\n",
                cases.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                value));
    body.add("default -> $L;\n", otherwise).unindent().add("};\n");
    methods.add(
        MethodSpec.methodBuilder(name)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(type)
            .addParameter(TypeName.INT, "index")
            .addCode(body.build())
            .build());
  }
}
