package dev.brood.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.brood.processor.model.ParallelMethod;
import java.util.List;
import javax.lang.model.element.Modifier;

/** One of the two proxies: its interface, its implementation, and the method that makes one. */
abstract class Proxy {
  final Layout layout;
  private final String factoryName;
  private final ClassName type;
  private final ClassName implementation;

  Proxy(Layout layout, String factoryName, ClassName type, ClassName implementation) {
    this.layout = layout;
    this.factoryName = factoryName;
    this.type = type;
    this.implementation = implementation;
  }

  /** What the methods do, to follow "The methods of X, run in a pool: each". */
  abstract String summary();

  /** What one method does. */
  abstract CodeBlock javadoc(ParallelMethod method);

  abstract TypeName result(ParallelMethod method);

  abstract List<TypeName> exceptions(ParallelMethod method);

  /** A statement that runs a call in {@code pool}. */
  abstract CodeBlock run(ParallelMethod method, CodeBlock call);

  MethodSpec factory() {
    return MethodSpec.methodBuilder(factoryName)
        .addJavadoc(javadoc())
        .addModifiers(modifiers(Modifier.STATIC))
        .returns(type)
        .addParameter(Names.POOL, "pool")
        .addStatement("return new $T(pool)", implementation)
        .build();
  }

  TypeSpec type() {
    TypeSpec.Builder proxy =
        TypeSpec.interfaceBuilder(type).addModifiers(modifiers()).addJavadoc(javadoc());
    for (ParallelMethod method : layout.parallelClass.methods()) {
      MethodSpec.Builder declaration =
          Declarations.sameAs(method)
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
            .addField(Names.POOL, "pool", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addParameter(Names.POOL, "pool")
                    .addStatement("this.pool = $T.requireNonNull(pool)", Names.OBJECTS)
                    .build());
    layout.parallelClass.methods().forEach(method -> proxy.addMethod(implementation(method)));
    return proxy.build();
  }

  private MethodSpec implementation(ParallelMethod method) {
    UniqueNames locals = layout.locals("pool");
    List<String> names =
        method.parameters().stream().map(parameter -> locals.next(parameter.name())).toList();
    CodeBlock call = CodeBlock.of("new $T($L)", layout.call(method), Declarations.arguments(names));
    MethodSpec.Builder implementation =
        Declarations.sameAs(method, names)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(result(method))
            .addExceptions(exceptions(method))
            .addStatement(run(method, call));
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
