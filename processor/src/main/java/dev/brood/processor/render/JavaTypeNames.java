package dev.brood.processor.render;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.brood.processor.model.Generics.Variable;
import dev.brood.processor.model.JavaType;
import dev.brood.processor.model.JavaType.ArrayOf;
import dev.brood.processor.model.JavaType.ClassType;
import dev.brood.processor.model.JavaType.PrimitiveType;
import dev.brood.processor.model.JavaType.VariableType;
import dev.brood.processor.model.JavaType.WildcardType;

/** Types as the source has them. */
final class JavaTypeNames {
  private JavaTypeNames() {}

  static TypeName of(JavaType type) {
    if (type instanceof ClassType named) {
      ClassName raw = TypeNames.of(named.type().id());
      TypeName[] arguments =
          named.arguments().stream().map(JavaTypeNames::of).toArray(TypeName[]::new);
      return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
    }
    if (type instanceof PrimitiveType primitive) {
      return TypeNames.of(primitive.primitive());
    }
    if (type instanceof ArrayOf array) {
      return ArrayTypeName.of(of(array.component()));
    }
    if (type instanceof VariableType variable) {
      return TypeVariableName.get(variable.name());
    }
    return wildcard((WildcardType) type);
  }

  /** The declaration of a type variable. */
  static TypeVariableName declaration(Variable variable) {
    TypeName[] bounds = variable.bounds().stream().map(JavaTypeNames::of).toArray(TypeName[]::new);
    return TypeVariableName.get(variable.name(), bounds);
  }

  private static TypeName wildcard(WildcardType type) {
    return type.lower()
        .map(lower -> WildcardTypeName.supertypeOf(of(lower)))
        .orElseGet(
            () ->
                WildcardTypeName.subtypeOf(
                    type.upper().map(JavaTypeNames::of).orElse(ClassName.get(Object.class))));
  }
}
