package dev.brood.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import dev.brood.fixtures.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables are found by name, and nothing but a table is ever initialised. */
class EntryPointsTest {
  private static final ClassLoader LOADER = EntryPointsTest.class.getClassLoader();

  private static boolean strangerInitialised;

  /** As the processor generates them. */
  static final class Good extends EntryPoints {
    static final Good TABLE = new Good();

    static {
      register(TABLE);
    }

    private Good() {
      super(42, "a.B.first()", "a.B.second(int)");
    }

    @Override
    public void invoke(int index, Invocation invocation) {
      throw unknown(index);
    }
  }

  static final class Unregistered extends EntryPoints {
    private Unregistered() {
      super(0);
    }

    @Override
    public void invoke(int index, Invocation invocation) {}
  }

  static final class Failing extends EntryPoints {
    static final Failing TABLE = new Failing(Integer.parseInt("no number"));

    private Failing(int number) {
      super(number);
    }

    @Override
    public void invoke(int index, Invocation invocation) {}
  }

  static final class Stranger {
    static {
      strangerInitialised = true;
    }

    private Stranger() {}
  }

  @Test
  void aTableIsFoundByItsName() {
    EntryPoints table = EntryPoints.load(EntryPointsTest.class.getName() + "$Good", LOADER);
    assertThat(table).isSameAs(Good.TABLE).isSameAs(EntryPoints.load(table.className(), LOADER));
    assertThat(table.fingerprint()).isEqualTo(42);
    assertThat(table.methodCount()).isEqualTo(2);
    assertThat(table.method(1)).isEqualTo("a.B.second(int)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no.such.Table", "", "int", "a/b/C", "dev.brood.wire.entrypointstest", "."})
  void aNameWithoutAClassIsRefused(String name) {
    assertThatThrownBy(() -> EntryPoints.load(name, LOADER))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("class path");
  }

  @Test
  void aClassThatIsNoTableIsRefusedAndNotInitialised() {
    assertThatThrownBy(
            () -> EntryPoints.load(EntryPointsTest.class.getName() + "$Stranger", LOADER))
        .isInstanceOf(WireException.class)
        .hasMessageEndingWith("Stranger is not a table of entry points");
    assertThat(strangerInitialised).isFalse();
    assertThat(new Stranger()).isNotNull(); // to see that the flag works
    assertThat(strangerInitialised).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.lang.String", "[Ljava.lang.String;", "[I"})
  void classesOfTheJdkAreNoTables(String name) {
    assertThatThrownBy(() -> EntryPoints.load(name, null))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("is not a table");
  }

  @Test
  void aTableThatHasNotRegisteredItselfIsRefused() {
    assertThatThrownBy(() -> EntryPoints.load(Unregistered.class.getName(), LOADER))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("has not registered itself");
    assertThatThrownBy(() -> EntryPoints.load(EntryPoints.class.getName(), LOADER))
        .isInstanceOf(WireException.class);
  }

  /** Finds classes as they would be if a later JDK had compiled them. */
  private static final class FromTheFuture extends ClassLoader {
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      String file = Good.class.getName().replace('.', '/') + ".class";
      try (InputStream in = LOADER.getResourceAsStream(file)) {
        byte[] bytes = Objects.requireNonNull(in).readAllBytes();
        bytes[6] = 1; // the upper byte of the version
        return defineClass(null, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void aTableThatIsTooNewForThisJvmIsSaidToBe() {
    assertThatThrownBy(() -> EntryPoints.load("a.Table", new FromTheFuture()))
        .isInstanceOf(WireException.class)
        .hasMessageStartingWith(
            "the worker, on Java " + Runtime.version().feature() + ", cannot load a.Table: ")
        .hasMessageContaining("more recent version of the Java Runtime")
        .hasCauseInstanceOf(UnsupportedClassVersionError.class);
  }

  @Test
  void aTableThatCannotBeInitialisedIsRefused() {
    assertThatThrownBy(() -> EntryPoints.load(Failing.class.getName(), LOADER))
        .isInstanceOf(WireException.class)
        .hasRootCauseInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> EntryPoints.load(Failing.class.getName(), LOADER))
        .isInstanceOf(WireException.class)
        .hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void aCallIsOfAMethodInTheTable() {
    assertThatThrownBy(() -> new ACall(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new ACall(2)).isInstanceOf(IndexOutOfBoundsException.class);
    WireCall<String> call = new ACall(1);
    assertThat(call.method()).isEqualTo("a.B.second(int)");
    assertThat(call).hasToString("Call of a.B.second(int)");
    assertThat(call.entryPoints()).isSameAs(Good.TABLE);
  }

  @Test
  void anIndexThatIsNotInTheTableIsToldWithTheTable() {
    Probe.ProbeCall<?> call = Probe.of(() -> null);
    assertThat(call.entryPoints().unknown(7))
        .hasMessage(Probe.Table.class.getName() + " has no method 7");
  }

  private static final class ACall extends WireCall<String> {
    ACall(int index) {
      super(Good.TABLE, index);
    }

    @Override
    public void writeArguments(WireWriter out) {}

    @Override
    public String readResult(WireReader in) {
      return "";
    }
  }
}
