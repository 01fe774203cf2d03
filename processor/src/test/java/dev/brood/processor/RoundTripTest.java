package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.wire.EntryPoints;
import dev.brood.wire.WireCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles the programs in {@code suite/} and sends values through what is generated. */
@Tag(Program.MODULE_PATH)
@TestInstance(Lifecycle.PER_CLASS)
class RoundTripTest {
  private static final int VALUES_PER_TYPE = 300;

  private Program javac;
  private Program eclipse;

  @BeforeAll
  void compile(@TempDir Path folder) {
    List<TestSource> sources = TestSource.allIn("suite");
    javac = Program.compile(TestSource.files(sources));
    eclipse = Program.compileWithEclipse(sources, folder);
  }

  Stream<Program> programs() {
    return Stream.of(javac, eclipse);
  }

  private Class<?> methods() throws ClassNotFoundException {
    return javac.load("suite.MethodsParallel");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyTypeArrivesAsItWas(Program program) throws Throwable {
    List<Method> factories = new ArrayList<>();
    factories.addAll(Stubs.factories(program.load("suite.EchoParallel")));
    factories.addAll(Stubs.factories(program.load("suite.TypesParallel")));
    assertThat(factories).hasSizeGreaterThan(100);
    for (Method factory : factories) {
      for (int seed = 0; seed < VALUES_PER_TYPE; seed++) {
        Object value = new RandomValues(seed).next(factory.getGenericParameterTypes()[0]);
        Object back = Stubs.run(Stubs.call(factory, value));
        assertThat(SameValue.same(value, back)).as("%s, seed %s", factory, seed).isTrue();
      }
    }
  }

  @Test
  void collectionsMayBeModifiedAndHoldNullWhenTheyArrive() throws Throwable {
    Class<?> echo = javac.load("suite.EchoParallel");
    @SuppressWarnings("unchecked")
    List<Integer> list = (List<Integer>) Stubs.run(Stubs.call(echo, "lists", List.of(1)));
    list.add(null);
    assertThat(list).containsExactly(1, null);
    @SuppressWarnings("unchecked")
    Set<String> set = (Set<String>) Stubs.run(Stubs.call(echo, "sets", Set.of("a")));
    set.add(null);
    assertThat(set).containsExactly("a", null);
    @SuppressWarnings("unchecked")
    Map<String, Double> map =
        (Map<String, Double>) Stubs.run(Stubs.call(echo, "maps", Map.of("a", 1.0)));
    map.put(null, null);
    assertThat(map).hasSize(2);
  }

  @Test
  void largeCollectionsArrive() throws Throwable {
    Class<?> echo = javac.load("suite.EchoParallel");
    List<Integer> list = IntStream.range(0, 200_000).boxed().toList();
    assertThat(Stubs.run(Stubs.call(echo, "lists", list))).isEqualTo(list);
    Set<String> set = new HashSet<>(list.stream().map(String::valueOf).toList());
    assertThat(Stubs.run(Stubs.call(echo, "sets", set))).isEqualTo(set);
    Map<String, Double> map = new HashMap<>();
    set.forEach(key -> map.put(key, Double.valueOf(key)));
    assertThat(Stubs.run(Stubs.call(echo, "maps", map))).isEqualTo(map);
  }

  @Test
  void manyNeighboursAreNotDeep() throws Throwable {
    Class<?> echo = javac.load("suite.EchoParallel");
    int many = 5000;
    Object range = record("Range", 1, 2);
    assertThat(Stubs.run(Stubs.call(echo, "ranges", Collections.nCopies(many, range))))
        .isEqualTo(Collections.nCopies(many, range));
    List<Object> leaves = Collections.nCopies(many, record("Tree", "leaf", List.of()));
    Object tree = record("Tree", "root", leaves);
    assertThat(Stubs.run(Stubs.call(echo, "trees", tree))).isEqualTo(tree);
    @SuppressWarnings({"unchecked", "rawtypes"})
    List<String>[] lists = Collections.nCopies(many, List.of("a")).toArray(new List[0]);
    assertThat(Stubs.run(Stubs.call(echo, "arraysOfLists", (Object) lists))).isEqualTo(lists);
    Map<Object, Object> map = new HashMap<>();
    for (int i = 0; i < many; i++) {
      map.put(record("Point", i, 0.5), List.of(Map.of()));
    }
    assertThat(Stubs.run(Stubs.call(echo, "mapsOfMaps", map))).isEqualTo(map);
  }

  private Object record(String name, Object... components) throws Exception {
    return javac.load("suite.Echo$" + name).getDeclaredConstructors()[0].newInstance(components);
  }

  @Test
  void aValueThatContainsItselfIsRefused() throws Exception {
    List<Object> children = new ArrayList<>();
    Object cyclic = record("Tree", "cyclic", children);
    children.add(cyclic);
    WireCall<?> call = Stubs.call(javac.load("suite.EchoParallel"), "trees", cyclic);
    assertThatThrownBy(() -> Stubs.arguments(call))
        .isInstanceOf(dev.brood.WireException.class)
        .hasMessageContaining("contains itself");
  }

  @Test
  void argumentsKeepTheirOrder() throws Throwable {
    WireCall<?> call =
        Stubs.call(methods(), "nine", true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7.0, "eight");
    assertThat(Stubs.run(call)).isEqualTo("true 1 2 c 4 5 6.0 7.0 eight");
  }

  @Test
  void aMethodWithoutAResultRuns() throws Throwable {
    assertThat(Stubs.run(Stubs.call(methods(), "record", "text"))).isNull();
    assertThat(javac.load("suite.Methods").getField("RECORDED").get(null))
        .isEqualTo(List.of("text"));
  }

  @Test
  void aMethodWithoutParametersRuns() throws Throwable {
    assertThat(Stubs.run(Stubs.call(methods(), "none"))).isEqualTo("none");
  }

  @Test
  void theRightOverloadRuns() throws Throwable {
    Map<Class<?>, Object> arguments =
        Map.of(int.class, 1, Integer.class, 1, long.class, 1L, int[].class, new int[1]);
    for (Map.Entry<Class<?>, Object> argument : arguments.entrySet()) {
      Method factory = methods().getMethod("overloaded", argument.getKey());
      String expected = argument.getKey().getSimpleName().replace("[]", "...");
      assertThat(Stubs.run(Stubs.call(factory, argument.getValue()))).isEqualTo(expected);
    }
  }

  @Test
  void whatTheMethodThrowsComesOutOfTheEntryPoint() throws Exception {
    WireCall<?> refused = Stubs.call(methods(), "failing", "");
    assertThatThrownBy(() -> Stubs.run(refused)).isInstanceOf(javac.load("suite.Methods$Refused"));
    WireCall<?> unchecked = Stubs.call(methods(), "failing", "why");
    assertThatThrownBy(() -> Stubs.run(unchecked))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void theTableIsFoundByName() throws Exception {
    WireCall<?> call = Stubs.call(methods(), "none");
    EntryPoints table = EntryPoints.load("suite.MethodsParallel$Worker", javac.loader());
    assertThat(table).isSameAs(call.entryPoints());
    assertThat(call.method()).isEqualTo("suite.Methods.none()");
    assertThat(call).hasToString("Call of suite.Methods.none()");
    assertThatThrownBy(() -> table.invoke(table.methodCount(), null))
        .isInstanceOf(dev.brood.WireException.class);
  }

  @Test
  void declaredExceptionsAreBuilt() throws Exception {
    WireCall<?> call = Stubs.call(methods(), "declaring");
    Throwable cause = new IllegalStateException("cause");
    assertThat(call.newException("java.io.IOException", "text", cause))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("text")
        .hasCause(cause);
    assertThat(call.newException("java.lang.InterruptedException", "text", cause))
        .isExactlyInstanceOf(InterruptedException.class)
        .hasMessage("text")
        .hasCause(cause);
    assertThat(call.newException("suite.Methods$Refused", null, null))
        .isExactlyInstanceOf(javac.load("suite.Methods$Refused"))
        .hasMessage(null)
        .hasNoCause();
    assertThat(call.newException("suite.Methods$OnlyCause", "lost", cause)).hasCause(cause);
    assertThat(call.newException("suite.Methods$Caused", "lost", cause))
        .as("its own cause stays")
        .hasMessage("caused")
        .hasCause(new IllegalStateException("own"));
    assertThat(call.newException("java.lang.Exception", "text", cause)).isNull();
    assertThat(Stubs.call(methods(), "none").newException("java.io.IOException", "", null))
        .isNull();
  }

  @Test
  void varargsStayVarargs() throws Exception {
    Class<?> echo = javac.load("suite.EchoParallel");
    assertThat(echo.getMethod("stringArrays", String[].class).isVarArgs()).isTrue();
    for (String proxy : List.of("Async", "Blocking")) {
      Class<?> type = javac.load("suite.EchoParallel$" + proxy);
      assertThat(type.getMethod("stringArrays", String[].class).isVarArgs()).isTrue();
      assertThat(type.getMethods()).hasSameSizeAs(Stubs.factories(echo));
    }
    assertThat(Arrays.stream(echo.getDeclaredConstructors()).noneMatch(c -> c.isVarArgs()))
        .isTrue();
  }
}
