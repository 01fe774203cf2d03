package dev.brood.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.brood.processor.model.ParallelMethod;
import dev.brood.processor.model.ParallelMethod.Place;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** One of the two proxies: its interface, its implementation, and the method that makes one. */
abstract class Proxy {
  final Layout layout;
  private final String factoryName;
  private final ClassName type;
  private final ClassName implementation;
  private final boolean serves;

  Proxy(Layout layout, String factoryName, ClassName type, ClassName implementation) {
    this.layout = layout;
    this.factoryName = factoryName;
    this.type = type;
    this.implementation = implementation;
    this.serves = layout.parallelClass.service().isPresent();
  }

  /** What the methods do, to follow "The methods of X, run in a pool: each". */
  abstract String summary();

  /** What one method does. */
  abstract CodeBlock javadoc(ParallelMethod method);

  abstract TypeName result(ParallelMethod method);

  /** What the proxy is besides, and which methods it has for that. */
  void extend(TypeSpec.Builder proxy) {}

  /** The bodies of those methods. */
  void implement(TypeSpec.Builder proxy) {}

  abstract List<TypeName> exceptions(ParallelMethod method);

  /** A statement that runs a call in {@code pool}. */
  abstract CodeBlock run(ParallelMethod method, CodeBlock call);

  /** The methods that make one: plain, and with options for all calls. */
  List<MethodSpec> factories() {
    String where = serves ? "pool, service" : "pool";
    return List.of(
        factory(javadoc()).addStatement("return new $T($L, null)", implementation, where).build(),
        factory(CodeBlock.of("$L\n<p>Each call has the options.\n", javadoc()))
            .addParameter(Names.CALL_OPTIONS, "options")
            .addStatement(
                "return new $T($L, $T.requireNonNull(options))",
                implementation,
                where,
                Names.OBJECTS)
            .build());
  }

  private MethodSpec.Builder factory(CodeBlock javadoc) {
    return MethodSpec.methodBuilder(factoryName)
        .addJavadoc(javadoc)
        .addModifiers(modifiers(Modifier.STATIC))
        .returns(type)
        .addParameters(parameters());
  }

  TypeSpec type() {
    TypeSpec.Builder proxy =
        TypeSpec.interfaceBuilder(type).addModifiers(modifiers()).addJavadoc(javadoc());
    extend(proxy);
    for (ParallelMethod method : layout.parallelClass.methods()) {
      MethodSpec.Builder declaration =
          Declarations.sameAs(method, Declarations.names(method))
              .addJavadoc("$L\n", javadoc(method))
              .addAnnotations(Declarations.deprecated(method))
              .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
              .returns(result(method))
              .addExceptions(exceptions(method));
      if (Declarations.hasGenericVarargs(method)) {
        declaration.addAnnotation(Declarations.suppressWarnings("unchecked"));
      }
      proxy.addMethod(declaration.build());
    }
    return proxy.build();
  }

  TypeSpec implementation() {
    TypeSpec.Builder proxy =
        TypeSpec.classBuilder(implementation)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(type)
            .addField(Names.POOL, "pool", Modifier.PRIVATE, Modifier.FINAL);
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameters(parameters())
            .addParameter(Names.CALL_OPTIONS, "options")
            .addStatement("this.pool = $T.requireNonNull(pool)", Names.OBJECTS);
    if (serves) {
      proxy.addField(layout.instance, "service", Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement("this.service = $T.requireNonNull(service)", Names.OBJECTS);
    }
    proxy
        .addField(
            FieldSpec.builder(Names.CALL_OPTIONS, "options", Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("Null if there are none.\n")
                .build())
        .addMethod(constructor.addStatement("this.options = options").build());
    implement(proxy);
    layout.parallelClass.methods().forEach(method -> proxy.addMethod(implementation(method)));
    return proxy.build();
  }

  /** Where the calls run, and for a service, on what. */
  private List<ParameterSpec> parameters() {
    ParameterSpec pool = ParameterSpec.builder(Names.POOL, "pool").build();
    return serves
        ? List.of(pool, ParameterSpec.builder(layout.instance, "service").build())
        : List.of(pool);
  }

  private MethodSpec implementation(ParallelMethod method) {
    UniqueNames locals =
        serves ? layout.locals("pool", "service", "options") : layout.locals("pool", "options");
    List<String> names = Declarations.names(method, locals);
    List<String> arguments =
        method.place() == Place.SERVICE
            ? Stream.concat(Stream.of("service"), names.stream()).toList()
            : names;
    CodeBlock call =
        Declarations.needsCasts(method)
            ? CodeBlock.of(
                "$T.$N($L)", layout.type, method.name(), Declarations.arguments(arguments))
            : CodeBlock.of("new $T($L)", layout.call(method), Declarations.arguments(arguments));
    String name = locals.next("call");
    MethodSpec.Builder implementation =
        Declarations.sameAs(method, names)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(result(method))
            .addExceptions(exceptions(method))
            .addStatement("$T $N = $L", Declarations.call(method), name, call)
            .addStatement(
                run(method, CodeBlock.of("options == null ? $N : $N.with(options)", name, name)));
    if (Declarations.hasGenericVarargs(method)) {
      implementation.addAnnotation(Declarations.suppressWarnings("unchecked", "varargs"));
    }
    return implementation.build();
  }

  private CodeBlock javadoc() {
    CodeBlock text =
        CodeBlock.of(
            "The methods of {@link $T}, run in a pool: each $L.\n", layout.source, summary());
    boolean hidden =
        Visibility.isPublic(layout.parallelClass)
            && !Visibility.areProxiesPublic(layout.parallelClass);
    return hidden
        ? CodeBlock.of(
            "$L\n<p>Not public, because not all of the methods and their types are.\n", text)
        : text;
  }

  private Modifier[] modifiers(Modifier... others) {
    return Visibility.modifiers(Visibility.areProxiesPublic(layout.parallelClass), others);
  }
}
