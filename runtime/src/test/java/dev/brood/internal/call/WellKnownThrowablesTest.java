package dev.brood.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.WireException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds the well-known types by offering every exception of the JDK's base module. */
class WellKnownThrowablesTest {

  private static List<String> wellKnown() throws IOException {
    Path module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");
    try (Stream<Path> files = Files.walk(module.resolve("java"))) {
      return files
          .map(file -> module.relativize(file).toString())
          .filter(file -> file.matches(".*(Exception|Error|Throwable)\\.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .filter(name -> WellKnownThrowables.create(name, "message", null) != null)
          .toList();
    }
  }

  private static Throwable create(String name, String message, Throwable cause) {
    Throwable created = WellKnownThrowables.create(name, message, cause);
    assertThat(created).as(name).isNotNull();
    return created;
  }

  @Test
  void eachIsBuiltAsWhatItIsWithMessageAndCause() throws IOException {
    IOException cause = new IOException("cause");
    List<String> names = wellKnown();
    assertThat(names).hasSizeGreaterThan(80).contains("java.lang.NullPointerException");
    for (String name : names) {
      Throwable built = create(name, "message", cause);
      assertThat(built.getClass().getName()).isEqualTo(name);
      assertThat(built).as(name).hasCause(cause);
      if (!(built instanceof ExceptionInInitializerError)) { // has one or the other by nature
        assertThat(built).as(name).hasMessage("message");
      }
    }
  }

  @Test
  void eachMayLackMessageAndCause() throws IOException {
    for (String name : wellKnown()) {
      Throwable built = WellKnownThrowables.create(name, null, null);
      assertThat(built).as(name).isNotNull();
      assertThat(built.getMessage()).as(name).isNull();
      if (!(built instanceof UncheckedIOException)) { // is never without
        assertThat(built).as(name).hasNoCause();
      }
    }
  }

  @Test
  void oursIsAmongThem() {
    IOException cause = new IOException("cause");
    assertThat(create(WireException.class.getName(), "message", cause))
        .isExactlyInstanceOf(WireException.class)
        .hasMessage("message")
        .hasCause(cause);
  }

  @Test
  void otherNamesAreNotLookedFor() {
    assertThat(WellKnownThrowables.create("java.lang.String", "message", null)).isNull();
    assertThat(WellKnownThrowables.create("", null, null)).isNull();
    assertThat(WellKnownThrowables.create("java.sql.SQLException", "message", null)).isNull();
  }
}
