package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.brood.wire.EntryPoints;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fingerprint changes with what travels, and with nothing else. */
class FingerprintTest {
  private static final String PROGRAM =
      """
      package demo;

      import dev.brood.Parallel;
      import java.util.List;

      final class Paint {
        enum Color { RED, GREEN }

        record Stroke(int width, Color color) {}

        record Picture(String title, List<Stroke> strokes) {}

        @Parallel
        static int paint(Picture picture) { return 1; }

        @Parallel
        static void clear(long when) {}
      }
      """;

  /** If this changes, every deployed fingerprint does: let it be on purpose. */
  @Test
  void isWhatItHasAlwaysBeen() {
    assertThat(Long.toHexString(fingerprint(PROGRAM))).isEqualTo("ece3f427ebd496de");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a method's name          | paint(Picture    | draw(Picture",
        "a parameter's type       | long when        | int when",
        "a result's type          | static int paint | static long paint",
        "a component's name       | int width         | int breadth",
        "a component's type       | int width         | long width",
        "the order of components  | int width, Color color | Color color, int width",
        "a container              | List<Stroke>      | java.util.Set<Stroke>",
        "a constant's name        | GREEN             | BLUE",
        "the number of constants  | RED, GREEN        | RED, GREEN, BLUE",
        "a type's name            | Stroke            | Line",
      })
  void changesWith(String what, String before, String after) {
    assertThat(PROGRAM).as(what).contains(before);
    assertThat(fingerprint(PROGRAM.replace(before, after)))
        .as(what)
        .isNotEqualTo(fingerprint(PROGRAM));
  }

  /** Kinds, codecs and creators. */
  private static final String KINDS =
      """
      package demo;

      import dev.brood.Parallel;
      import dev.brood.wire.*;
      import java.util.*;

      final class Paint {
        sealed interface Shape {}

        record Circle(int radius) implements Shape {}

        record Square(int side) implements Shape {}

        static final class Grey implements Shape {
          private final int shade;

          @WireCreator
          Grey(int shade) { this.shade = shade; }

          int shade() { return shade; }
        }

        static class OneCodec implements Codec<Locale> {
          public void write(WireWriter out, Locale value) {}

          public Locale read(WireReader in) { return Locale.ROOT; }
        }

        static class TwoCodec extends OneCodec {}

        record Words(@WireCodec(OneCodec.class) Locale locale, Deque<String> words) {}

        @Parallel
        static void paint(List<Shape> shapes, Words words, @WireCodec(OneCodec.class) Locale to) {}
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a permitted class     | Square            | Box",
        "one that is added     | record Square     | record Oval(int x) implements Shape {} record Square",
        "a creator's parameter | int shade         | long shade",
        "a component's codec   | record Words(@WireCodec(OneCodec | record Words(@WireCodec(TwoCodec",
        "a parameter's codec   | Words words, @WireCodec(OneCodec | Words words, @WireCodec(TwoCodec",
        "a collection          | Deque<String>     | LinkedList<String>",
      })
  void changesWithTheWayToTravel(String what, String before, String after) {
    assertThat(KINDS).as(what).contains(before);
    assertThat(fingerprint(KINDS.replace(before, after))).as(what).isNotEqualTo(fingerprint(KINDS));
  }

  @Test
  void doesNotChangeWithTheOrderOfPermittedClasses() {
    String circle = "record Circle(int radius) implements Shape {}";
    String square = "record Square(int side) implements Shape {}";
    String swapped = KINDS.replace(circle, "-").replace(square, circle).replace("-", square);
    assertThat(fingerprint(swapped)).isEqualTo(fingerprint(KINDS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the order of constants | RED, GREEN    | GREEN, RED",
        "a parameter's name | (Picture picture) | (Picture image)",
        "a visibility       | static int paint  | public static int paint",
        "an exception       | clear(long when)  | clear(long when) throws Exception",
        "a method's body     | { return 1; }     | { return 2; }",
      })
  void doesNotChangeWith(String what, String before, String after) {
    assertThat(PROGRAM).as(what).contains(before);
    assertThat(fingerprint(PROGRAM.replace(before, after)))
        .as(what)
        .isEqualTo(fingerprint(PROGRAM));
  }

  @Test
  void neitherFingerprintNorIndicesDependOnTheOrderOfMethods() {
    int first = PROGRAM.indexOf("  @Parallel");
    int second = PROGRAM.lastIndexOf("  @Parallel");
    int end = PROGRAM.lastIndexOf("}");
    String swapped =
        PROGRAM.substring(0, first)
            + PROGRAM.substring(second, end)
            + PROGRAM.substring(first, second)
            + "}";
    EntryPoints before = table(PROGRAM);
    EntryPoints after = table(swapped);
    assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    assertThat(Stream.of(0, 1).map(after::method))
        .containsExactlyElementsOf(Stream.of(0, 1).map(before::method).toList());
  }

  /** As users see it: what a service's workers must agree on. */
  private static final String SERVICE =
      """
      package demo;

      import dev.brood.Parallel;

      @Parallel
      class Paint {
        record Brush(int width) {
          @Parallel int paint(long area) { return 1; }
        }

        Paint(Brush brush) {}

        Paint(int width) {}

        int wash(int times) { return 1; }

        void dry() {}

        @Parallel static void clear(long when) {}
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a constructor's type   | Paint(int width)     | Paint(long width)",
        "what a constructor takes | record Brush(int width) | record Brush(long width)",
        "a constructor that is gone | Paint(int width) {} | private Paint(int width) {}",
        "what a method runs on  | int wash(int times)  | @Parallel static int wash(int times)",
        "a method's type        | int wash(int times)  | int wash(long times)",
      })
  void ofAServiceChangesWith(String what, String before, String after) {
    assertThat(SERVICE).as(what).contains(before);
    assertThat(fingerprint(SERVICE.replace(before, after)))
        .as(what)
        .isNotEqualTo(fingerprint(SERVICE));
  }

  @Test
  void ofAServiceDoesNotDependOnTheOrderOfConstructors() {
    String swapped =
        SERVICE
            .replace("Paint(Brush brush) {}", "Paint(? width) {}")
            .replace("Paint(int width) {}", "Paint(Brush brush) {}")
            .replace("Paint(? width) {}", "Paint(int width) {}");
    assertThat(swapped).isNotEqualTo(SERVICE);
    assertThat(fingerprint(swapped)).isEqualTo(fingerprint(SERVICE));
  }

  @Test
  void ofAReceiverCoversWhatTravels() {
    String changed = SERVICE.replace("record Brush(int width)", "record Brush(long width)");
    assertThat(table(changed, "Paint_Brush").fingerprint())
        .isNotEqualTo(table(SERVICE, "Paint_Brush").fingerprint());
  }

  /** Codecs on what a service has. */
  private static final String CODED_SERVICE =
      """
      package demo;

      import dev.brood.Parallel;
      import dev.brood.wire.*;
      import java.util.*;

      @Parallel
      class Paint {
        static class OneCodec implements Codec<Locale> {
          public void write(WireWriter out, Locale value) {}

          public Locale read(WireReader in) { return Locale.ROOT; }
        }

        static class TwoCodec extends OneCodec {}

        Paint(@WireCodec(OneCodec.class) Locale in) {}

        @WireCodec(OneCodec.class) Locale to(@WireCodec(OneCodec.class) Locale from) { return from; }
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a constructor's codec | (@WireCodec(OneCodec.class) Locale in   | (@WireCodec(TwoCodec.class) Locale in",
        "a parameter's codec   | (@WireCodec(OneCodec.class) Locale from | (@WireCodec(TwoCodec.class) Locale from",
        "a result's codec      | @WireCodec(OneCodec.class) Locale to    | @WireCodec(TwoCodec.class) Locale to",
      })
  void changesWithTheCodecsOfAService(String what, String before, String after) {
    assertThat(CODED_SERVICE).as(what).contains(before);
    assertThat(fingerprint(CODED_SERVICE.replace(before, after)))
        .as(what)
        .isNotEqualTo(fingerprint(CODED_SERVICE));
  }

  private static long fingerprint(String source) {
    return table(source).fingerprint();
  }

  private static EntryPoints table(String source) {
    return table(source, "Paint");
  }

  private static EntryPoints table(String source, String name) {
    Program program =
        Program.compile(List.of(JavaFileObjects.forSourceString("demo.Paint", source)));
    return EntryPoints.load("demo." + name + "Parallel$Worker", program.loader());
  }
}
