package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a generated table tells of its methods: what may be run twice, and what fits to what. */
class TableFactsTest {
  private static final String PROGRAM =
      """
      package demo;

      import dev.brood.Parallel;
      import dev.brood.wire.*;
      import java.lang.annotation.*;
      import java.util.*;

      public final class Types {
        @Target(ElementType.TYPE_USE) public @interface Nullable {}

        public record Point(int x, List<Size> sizes) {}

        public record Box<T>(T content) {}

        public enum Size { SMALL, LARGE }

        public sealed interface Shape {}

        public record Circle(int radius) implements Shape {}

        public record Square(int side) implements Shape {}

        public static class OneCodec implements Codec<Locale> {
          public void write(WireWriter out, Locale value) {}

          public Locale read(WireReader in) { return Locale.ROOT; }
        }

        public static class TwoCodec extends OneCodec {}
      }

      class Maps {
        @Parallel static #map
      }

      class Folds {
        @Parallel static #fold
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int",
        "Integer",
        "String",
        "int[]",
        "List<Integer>",
        "Types.Point",
        "Types.Size",
        "Types.Shape",
        "Types.Box<Map<String, Types.Shape>>",
      })
  void aResultFitsParametersOfItsType(String type) {
    String fold = folding(type, type, type);
    long mapped = table(mapping(type), fold, "Maps").resultShape(0);
    EntryPoints folds = table(mapping(type), fold, "Folds");
    assertThat(mapped).isNotZero();
    assertThat(folds.foldShape(0)).isEqualTo(mapped);
    assertThat(folds.resultShape(0)).isEqualTo(mapped);
  }

  /** Null travels, whatever they say. */
  @Test
  void annotationsForNullMakeNoDifference() {
    String nullable = "Types.@Types.Nullable Point";
    String fold = folding("Types.Point", nullable, "Types.Point");
    assertThat(table(mapping(nullable), fold, "Folds").foldShape(0))
        .isNotZero()
        .isEqualTo(table(mapping(nullable), fold, "Maps").resultShape(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int                | Integer",
        "int                | long",
        "List<Integer>      | List<Long>",
        "List<Integer>      | ArrayList<Integer>",
        "List<Integer>      | Set<Integer>",
        "int[]              | List<Integer>",
        "Types.Circle       | Types.Shape",
        "Types.Circle       | Types.Square",
        "Types.Box<Integer> | Types.Box<Long>",
        "Types.Box<Types.Circle> | Types.Box<Types.Shape>",
        "Optional<String>   | String",
      })
  void aResultDoesNotFitParametersOfAnotherType(String result, String other) {
    String fold = folding(other, other, other);
    long mapped = table(mapping(result), fold, "Maps").resultShape(0);
    assertThat(mapped).isNotZero();
    assertThat(table(mapping(result), fold, "Folds").foldShape(0)).isNotZero().isNotEqualTo(mapped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int fold(int a) { return 1; }",
        "int fold(int a, int b, int c) { return 1; }",
        "int fold(int a, Integer b) { return 1; }",
        "int fold(Integer a, int b) { return 1; }",
        "Integer fold(int a, int b) { return 1; }",
        "int fold(int a, int... b) { return 1; }",
        "void fold(int a, int b) {}",
        "Types.Shape fold(Types.Shape a, Types.Circle b) { return a; }",
        "@WireCodec(Types.OneCodec.class) Locale fold(@WireCodec(Types.OneCodec.class) Locale a,"
            + " @WireCodec(Types.TwoCodec.class) Locale b) { return a; }",
      })
  void whatDoesNotMakeOneOfTwoAlikeIsNoFold(String fold) {
    assertThat(table(mapping("int"), fold, "Folds").foldShape(0)).isZero();
  }

  @Test
  void codecsTellTypesApart() {
    String map = "@WireCodec(Types.OneCodec.class) Locale map() { return null; }";
    assertThat(table(map, localeFold("One"), "Folds").foldShape(0))
        .isEqualTo(table(map, localeFold("One"), "Maps").resultShape(0));
    assertThat(table(map, localeFold("Two"), "Folds").foldShape(0))
        .isNotZero()
        .isNotEqualTo(table(map, localeFold("One"), "Maps").resultShape(0));
  }

  @Test
  void variablesCountAsTheirBounds() {
    String fold = "<S extends Types.Shape> S fold(S a, S b) { return a; }";
    assertThat(table(mapping("Types.Shape"), fold, "Folds").foldShape(0))
        .isNotZero()
        .isEqualTo(table(mapping("Types.Shape"), fold, "Maps").resultShape(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Types.Point | record Point(int x  | record Point(long x",
        "Types.Point | SMALL, LARGE        | SMALL, LARGE, HUGE",
        "Types.Shape | Circle(int radius)  | Circle(long radius)",
        "Types.Shape | record Square       | record Oval(int x) implements Shape {} public record Square",
        "Types.Box<Types.Point> | List<Size> sizes | Set<Size> sizes",
      })
  void aShapeCoversWhatATypeConsistsOf(String type, String before, String after) {
    String program =
        PROGRAM.replace("#map", mapping(type)).replace("#fold", folding(type, type, type));
    assertThat(program).contains(before);
    assertThat(table(program.replace(before, after), "Maps").resultShape(0))
        .isNotEqualTo(table(program, "Maps").resultShape(0));
  }

  @Test
  void whatIsNotSaidIsNotOverridden() throws Exception {
    EntryPoints table = table("void map() {}", "int fold(int a) { return a; }", "Maps");
    assertThat(table.resultShape(0)).isZero();
    assertThat(List.of("isIdempotent", "resultShape", "foldShape"))
        .allSatisfy(
            name ->
                assertThat(table.getClass().getMethod(name, int.class).getDeclaringClass())
                    .isEqualTo(EntryPoints.class));
  }

  /** The bytes of a result stand for both values. */
  @Test
  void whatIsMappedCanBeFolded() throws Throwable {
    String map =
        "List<Types.Shape> map() { return List.of(new Types.Circle(1), new Types.Square(2)); }";
    String fold =
        "List<Types.Shape> fold(List<Types.Shape> a, List<Types.Shape> b)"
            + " { a.addAll(b); a.add(null); return a; }";
    Run mapped = new Run(new byte[0]);
    table(map, fold, "Maps").invoke(0, mapped);
    byte[] bytes = mapped.out.toPayload().toByteArray();
    Run folded = new Run(bytes, bytes);
    EntryPoints folds = table(map, fold, "Folds");
    folds.invoke(0, folded);
    Run again = new Run(folded.out.toPayload().toByteArray(), bytes);
    folds.invoke(0, again);
    assertThat(again.out.toPayload().toByteArray()[0] - 1).as("how many").isEqualTo(5 + 2 + 1);
  }

  @Test
  void methodsMayBeRunTwiceThatSaySo() {
    String program =
        """
        package demo;

        import dev.brood.Parallel;

        class Some {
          @Parallel(idempotent = true) static int yes(int x) { return x; }
          @Parallel(idempotent = false) static int no(int x) { return x; }
          @Parallel static int silent(int x) { return x; }
        }

        @Parallel(idempotent = true)
        class All {
          int yes(int x) { return x; }
          @Parallel static int yesToo(int x) { return x; }
          @Parallel(idempotent = false) int no(int x) { return x; }
        }

        @Parallel(idempotent = true, implementation = Implementation.class)
        interface Interface {
          int yes(int x);
          @Parallel(idempotent = false) int no(int x);
        }

        class Implementation implements Interface {
          public int yes(int x) { return x; }
          public int no(int x) { return x; }
        }
        """;
    for (String name : List.of("Some", "All", "Interface")) {
      EntryPoints table = table(program, name);
      assertThat(IntStream.range(0, table.methodCount()).boxed())
          .allSatisfy(
              i ->
                  assertThat(table.isIdempotent(i))
                      .as(table.method(i))
                      .isEqualTo(table.method(i).contains(".yes")));
    }
  }

  private static String mapping(String type) {
    return type + " map() { throw new AssertionError(); }";
  }

  private static String folding(String type, String left, String right) {
    return "%s fold(%s a, %s b) { throw new AssertionError(); }".formatted(type, left, right);
  }

  private static String localeFold(String codec) {
    String locale = "@WireCodec(Types." + codec + "Codec.class) Locale";
    return "%s fold(%s a, %s b) { return a; }".formatted(locale, locale, locale);
  }

  private static EntryPoints table(String map, String fold, String name) {
    return table(PROGRAM.replace("#map", map).replace("#fold", fold), name);
  }

  private static EntryPoints table(String source, String name) {
    Program program =
        Program.compile(List.of(JavaFileObjects.forSourceString("demo.Types", source)));
    return EntryPoints.load("demo." + name + "Parallel$Worker", program.loader());
  }

  /** One run of a method, with arguments as bytes. */
  private static final class Run implements Invocation {
    final WireWriter out = new WireWriter();
    private final WireReader in;

    Run(byte[]... arguments) {
      WireWriter all = new WireWriter();
      for (byte[] argument : arguments) {
        for (byte each : argument) {
          all.writeByte(each);
        }
      }
      in = new WireReader(all.toPayload());
    }

    @Override
    public WireReader arguments() {
      return in;
    }

    @Override
    public Object instance() {
      throw new IllegalStateException();
    }

    @Override
    public void begin() {
      in.expectEnd();
    }

    @Override
    public WireWriter result() {
      return out;
    }
  }
}
