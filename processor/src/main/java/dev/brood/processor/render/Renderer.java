package dev.brood.processor.render;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.brood.processor.model.Deprecation;
import dev.brood.processor.model.NamedType;
import dev.brood.processor.model.ParallelClass;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the source of the generated type. */
public final class Renderer {
  private final ParallelClass parallelClass;
  private final Layout layout;
  private final List<Proxy> proxies;

  private Renderer(ParallelClass parallelClass) {
    this.parallelClass = parallelClass;
    this.layout = new Layout(parallelClass);
    this.proxies = List.of(new AsyncProxy(layout), new BlockingProxy(layout));
  }

  /** The source for a class in which no problem was found. */
  public static String render(ParallelClass parallelClass) {
    TypeSpec type = new Renderer(parallelClass).type();
    String packageName = parallelClass.type().id().packageName();
    JavaFile file = JavaFile.builder(packageName, type).skipJavaLangImports(true).build();
    return Tidy.tidy(file.toString());
  }

  private TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(layout.type)
            .addJavadoc(
                "Calls of the parallel methods of {@link $T}, and proxies that run them in a"
                    + " pool.\n",
                layout.source)
            .addModifiers(Visibility.modifiers(Visibility.isPublic(parallelClass), Modifier.FINAL))
            .alwaysQualify(parallelClass.surroundings().hiddenNames().toArray(String[]::new))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    annotate(type);
    parallelClass.methods().forEach(method -> type.addMethod(factory(method)));
    proxies.forEach(proxy -> proxy.factories().forEach(type::addMethod));
    parallelClass.service().ifPresent(s -> type.addType(InstanceClass.of(layout, s)));
    proxies.forEach(proxy -> type.addType(proxy.type()));
    proxies.forEach(proxy -> type.addType(proxy.implementation()));
    List<ParallelMethod> table = parallelClass.table();
    for (int i = 0; i < table.size(); i++) {
      type.addType(CallClass.of(layout, table.get(i), i));
    }
    type.addType(WorkerClass.of(layout));
    CodecsClass.of(layout).ifPresent(type::addType);
    return type.build();
  }

  private void annotate(TypeSpec.Builder type) {
    if (parallelClass.surroundings().generatedAnnotation()) {
      type.addAnnotation(
          AnnotationSpec.builder(Names.GENERATED)
              .addMember("value", "$S", Names.PROCESSOR)
              .build());
    }
    String[] warnings = Stream.concat(deprecation(), exports()).sorted().toArray(String[]::new);
    if (warnings.length > 0) {
      type.addAnnotation(Declarations.suppressWarnings(warnings));
    }
  }

  /** The warnings that deprecated types and methods cause where they are used. */
  private Stream<String> deprecation() {
    return Stream.concat(
            Layout.namedTypes(parallelClass).map(NamedType::deprecation),
            parallelClass.members().stream().map(ParallelMethod::deprecation))
        .filter(deprecation -> deprecation != Deprecation.NONE)
        .map(d -> d == Deprecation.FOR_REMOVAL ? "removal" : "deprecation")
        .distinct();
  }

  /** In a module, the warning that its users need the runtime's module as well. */
  private Stream<String> exports() {
    return parallelClass.surroundings().namedModule() && Visibility.isPublic(parallelClass)
        ? Stream.of("exports")
        : Stream.of();
  }

  private MethodSpec factory(ParallelMethod method) {
    boolean isPublic = Visibility.isPublic(parallelClass, method);
    List<String> names = Declarations.names(method);
    MethodSpec.Builder factory =
        MethodSpec.methodBuilder(method.name())
            .addJavadoc("Describes a call of $L.\n", Declarations.link(layout, method))
            .addAnnotations(Declarations.deprecated(method))
            .addModifiers(Visibility.modifiers(isPublic, Modifier.STATIC))
            .returns(Declarations.call(method));
    CodeBlock arguments = Declarations.travelling(method, names);
    if (method.place() == Place.SERVICE) {
      UniqueNames free = UniqueNames.ofMembers();
      free.reserve(names);
      String service = free.next("service");
      factory.addParameter(layout.instance, service);
      arguments =
          names.isEmpty()
              ? CodeBlock.of("$N", service)
              : CodeBlock.of("$N,$W$L", service, arguments);
    }
    Declarations.withInputs(factory, method, names);
    CodeBlock call = CodeBlock.of("new $T($L)", layout.call(method), arguments);
    factory.addStatement("return $L", cast(method, call));
    List<String> warnings = new ArrayList<>();
    if (Declarations.needsCasts(method)) {
      warnings.add("unchecked");
    }
    if (Declarations.hasGenericVarargs(method)) {
      factory.addAnnotation(SafeVarargs.class);
      warnings.add("varargs");
    }
    if (!warnings.isEmpty()) {
      factory.addAnnotation(Declarations.suppressWarnings(warnings.toArray(String[]::new)));
    }
    return factory.build();
  }

  /** A call of a generic method has the types of the bounds. */
  private static CodeBlock cast(ParallelMethod method, CodeBlock call) {
    return Declarations.resultNeedsCast(method)
        ? CodeBlock.of("($T) ($T)$W$L", Declarations.call(method), Object.class, call)
        : call;
  }
}
