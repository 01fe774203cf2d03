package dev.brood;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.brood.internal.call.CurrentCall;
import dev.brood.internal.pool.Pools;
import dev.brood.internal.pool.Settings;
import dev.brood.internal.process.Launch;
import dev.brood.wire.EntryPoints;
import java.io.Externalizable;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house is built as drawn: who may know whom, and what nobody may use. */
@AnalyzeClasses(
    packages = "dev.brood",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.DoNotIncludeTestKit.class
    })
class ArchitectureTest {
  /** The test kit is a module of its own, whose classes are on the class path of the tests only. */
  static final class DoNotIncludeTestKit implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/dev/brood/testkit/");
    }
  }

  private static final String ROOT = "dev.brood";
  private static final String WIRE = "dev.brood.wire";
  private static final String CALL = "dev.brood.internal.call";
  private static final String CHANNEL = "dev.brood.internal.channel";
  private static final String PROCESS = "dev.brood.internal.process";
  private static final String POOL = "dev.brood.internal.pool";
  private static final String WORKER = "dev.brood.internal.worker";
  private static final String CHILD = "dev.brood.internal.child";

  private static ArchRule knowsOnly(String self, String... others) {
    return classes()
        .that()
        .resideInAPackage(self)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage(ROOT + ".."))
                .or(resideInAPackage(self))
                .or(resideInAnyPackage(others)));
  }

  // ---- who knows whom ----

  @ArchTest static final ArchRule WIRE_KNOWS = knowsOnly(WIRE, ROOT);
  @ArchTest static final ArchRule CALL_KNOWS = knowsOnly(CALL, ROOT, WIRE);
  @ArchTest static final ArchRule CHANNEL_KNOWS = knowsOnly(CHANNEL, ROOT, WIRE);
  @ArchTest static final ArchRule PROCESS_KNOWS_NOTHING = knowsOnly(PROCESS);

  @ArchTest static final ArchRule WORKER_KNOWS = knowsOnly(WORKER, ROOT, WIRE, CALL, CHANNEL);

  /** It knows workers because they may be threads of its own. */
  @ArchTest
  static final ArchRule POOL_KNOWS = knowsOnly(POOL, ROOT, WIRE, CALL, CHANNEL, PROCESS, WORKER);

  /** It knows pools because the calls of calls need one, and processes because it ends some. */
  @ArchTest
  static final ArchRule CHILD_KNOWS = knowsOnly(CHILD, ROOT, WIRE, CHANNEL, PROCESS, WORKER, POOL);

  /** A child is known by the name of its main class, on the command line. */
  @ArchTest
  static final ArchRule NOBODY_KNOWS_A_CHILD =
      noClasses()
          .that(not(resideInAPackage(CHILD)))
          .should()
          .dependOnClassesThat(resideInAPackage(CHILD));

  /** What users touch enters the internals by two doors: pools are made, and calls know of it. */
  @ArchTest
  static final ArchRule ONLY_POOLS_ARE_MADE_BY_THE_INTERNALS =
      noClasses()
          .that(
              resideInAPackage(ROOT).and(not(type(Pool.class))).and(not(type(Pool.Builder.class))))
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.brood.internal..").and(not(type(CurrentCall.class))));

  @ArchTest
  static final ArchRule ONLY_A_CONTEXT_ASKS_FOR_THE_CURRENT_CALL =
      noClasses()
          .that(resideInAPackage(ROOT).and(not(type(CallContext.class))))
          .should()
          .dependOnClassesThat(type(CurrentCall.class));

  @ArchTest
  static final ArchRule POOL_ENTERS_BY_ONE_DOOR =
      noClasses()
          .that(resideInAPackage(ROOT).and(not(type(CallContext.class))))
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.brood.internal..")
                  .and(not(type(Pools.class)))
                  .and(not(type(Settings.class)))
                  .and(not(type(Launch.class))));

  @ArchTest
  static final ArchRule INTERNALS_HAVE_NO_CYCLES =
      slices().matching("dev.brood.internal.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_BUT_THE_BASE_MODULE =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("dev.brood..", "java..", "org.jspecify.annotations"));

  // ---- what nobody uses ----

  @ArchTest
  static final ArchRule NO_SERIALIZATION =
      noClasses()
          .should()
          .dependOnClassesThat(
              type(ObjectInputStream.class)
                  .or(type(ObjectOutputStream.class))
                  .or(type(Externalizable.class)))
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("sun.misc.Unsafe");

  /** Throwables and enums are serializable whether they like it or not. */
  @ArchTest
  static final ArchRule NOTHING_IS_SERIALIZABLE =
      noClasses()
          .that(not(assignableTo(Throwable.class)).and(not(assignableTo(Enum.class))))
          .should()
          .beAssignableTo(Serializable.class);

  @ArchTest
  static final ArchRule NO_REFLECTION =
      noClasses().should().dependOnClassesThat(resideInAPackage("java.lang.reflect.."));

  /** A class is looked up by name in one place, which checks what it has found. */
  @ArchTest
  static final ArchRule CLASSES_ARE_NAMED_IN_ONE_PLACE =
      noClasses()
          .that(not(type(EntryPoints.class)))
          .should()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
          .orShould()
          .callMethod(Class.class, "forName", Module.class, String.class)
          .orShould()
          .callMethod(ClassLoader.class, "loadClass", String.class)
          .orShould()
          .callMethod(MethodHandles.Lookup.class, "findClass", String.class)
          .because(
              "names of classes come over the wire, and EntryPoints.load alone initialises none"
                  + " before it has seen that it is a table of entry points");

  @ArchTest
  static final ArchRule ONLY_PROCESSES_AND_CHILDREN_HAVE_STREAMS =
      noClasses()
          .that(
              not(resideInAnyPackage(PROCESS, CHILD))
                  .and(not(belongToAnyOf(WorkerOutput.class)))) // which is told to by the user
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  // ---- how it looks from outside ----

  /** Nobody throws a worker's stack; it is a cause and nothing else. */
  @ArchTest
  static final ArchRule EXCEPTIONS_HAVE_ONE_ROOT =
      classes()
          .that()
          .resideInAnyPackage(ROOT, WIRE)
          .and(assignableTo(Throwable.class).and(not(type(WorkerStack.class))))
          .should()
          .beAssignableTo(BroodException.class);

  @ArchTest
  static void packagesAreNullMarked(JavaClasses imported) {
    for (JavaPackage checked : imported.getPackage(ROOT).getSubpackagesInTree()) {
      assertThat(checked.getClasses().isEmpty() || checked.isAnnotatedWith(NullMarked.class))
          .as(checked.getName())
          .isTrue();
    }
    assertThat(imported.getPackage(ROOT).isAnnotatedWith(NullMarked.class)).isTrue();
  }

  @Test
  void onlyWhatUsersNeedIsExported() throws Exception {
    URI classes = Pool.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    try (InputStream module = Files.newInputStream(Path.of(classes).resolve("module-info.class"))) {
      assertThat(ModuleDescriptor.read(module).exports())
          .extracting(ModuleDescriptor.Exports::source)
          .containsExactlyInAnyOrder(ROOT, WIRE);
    }
  }
}
