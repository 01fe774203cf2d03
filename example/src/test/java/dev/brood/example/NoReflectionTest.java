package dev.brood.example;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** What is generated, and what it calls, neither serializes nor reflects. */
class NoReflectionTest {
  private static final DescribedPredicate<JavaClass> FORBIDDEN =
      belongToAnyOf(
              Serializable.class,
              Externalizable.class,
              ObjectInputStream.class,
              ObjectOutputStream.class)
          .or(
              describe(
                  "reflection or Unsafe",
                  type ->
                      type.getPackageName().startsWith("java.lang.reflect")
                          || type.getSimpleName().equals("Unsafe")));

  @Test
  void generatedCodeNeitherSerializesNorReflects() {
    JavaClasses generated =
        new ClassFileImporter()
            .importPackages("dev.brood.example")
            .that(describe("generated", type -> type.getName().matches(".*[a-z]Parallel(\\$.*)?")));
    assertThat(generated).hasSizeGreaterThan(20);

    noClasses().should().dependOnClassesThat(FORBIDDEN).check(generated);
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "it is Class.forName",
                call ->
                    call.getTarget().getOwner().isEquivalentTo(Class.class)
                        && call.getName().equals("forName")))
        .check(generated);
  }

  /** What is for tests is no part of it; JUnit hands it parameters to look at. */
  @Test
  void theRuntimeNeitherSerializesNorReflects() {
    JavaClasses runtime =
        new ClassFileImporter()
            .importPackages("dev.brood")
            .that(
                describe(
                    "runtime",
                    type -> !type.getName().matches("dev\\.brood\\.(example|junit|testkit)\\..*")));
    assertThat(runtime).hasSizeGreaterThan(50);

    noClasses().should().dependOnClassesThat(FORBIDDEN).check(runtime);
  }
}
