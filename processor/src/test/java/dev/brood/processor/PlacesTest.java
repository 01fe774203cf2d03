package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the scenarios in {@code places/}: parallel methods of values, of services, of interfaces and
 * with type variables, as users call them.
 */
@Tag(Program.MODULE_PATH)
class PlacesTest {
  @TempDir static Path javacFolder;
  @TempDir static Path eclipseFolder;
  private static Program byJavac;
  private static Program byEclipse;

  @BeforeAll
  static void compile() {
    byJavac = Program.compileWithJavac(TestSource.allIn("places"), javacFolder);
    byEclipse = Program.compileWithEclipse(TestSource.allIn("places"), eclipseFolder);
  }

  static Stream<String> scenarios() throws ClassNotFoundException {
    return Stream.of(byJavac.load("places.Scenarios").getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(Method::getName)
        .sorted(Comparator.naturalOrder());
  }

  @AfterEach
  void noWorkerIsLeft() {
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void worksInChildJvms(String scenario) throws Throwable {
    run(byJavac, scenario, () -> workers(javacFolder));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void worksInline(String scenario) throws Throwable {
    run(byJavac, scenario, Pool::inline);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void worksWhenCompiledByEclipse(String scenario) throws Throwable {
    run(byEclipse, scenario, Pool::inline);
  }

  /** Two workers that find the program; the parent has it from a class loader of its own. */
  private static Pool workers(Path folder) {
    return Pool.builder().workers(2).jvmArguments(Program.jvmArguments(folder)).start();
  }

  private static void run(Program program, String scenario, Supplier<Pool> start) throws Throwable {
    try {
      program.load("places.Scenarios").getMethod(scenario, Supplier.class).invoke(null, start);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
