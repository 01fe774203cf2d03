package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.JavaFileObjects;
import dev.brood.WireException;
import dev.brood.wire.WireCall;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which codec counts, and what does not travel though its type does. */
@Tag(Program.MODULE_PATH)
class WaysToTravelTest {

  @Test
  void theNearestCodecCounts() throws Throwable {
    Class<?> stubs = compile(CODECS).load("demo.MainParallel");
    Object value = stubs.getClassLoader().loadClass("demo.Celsius").getConstructor().newInstance();
    assertThat(Stubs.run(Stubs.call(stubs, "plain", value))).isEqualTo("of the package");
    assertThat(Stubs.run(Stubs.call(stubs, "parameter", value))).isEqualTo("of the parameter");
    assertThat(Stubs.run(Stubs.call(stubs, "elements", List.of(value))))
        .isEqualTo("of the parameter");
    assertThat(Stubs.run(Stubs.call(stubs, "throughARecord", record(stubs, "Plain", value))))
        .as("an annotation does not reach into records")
        .isEqualTo("of the package");
    assertThat(Stubs.run(Stubs.call(stubs, "component", record(stubs, "Coded", value))))
        .isEqualTo("of the parameter");
    assertThat(Stubs.run(Stubs.call(stubs, "result", value)).toString()).isEqualTo("of the result");
    assertThat(Stubs.run(Stubs.call(stubs, "plain", (Object) null)))
        .as("null is no business of a codec's")
        .isEqualTo("null");
  }

  @Test
  void aCodecIsMadeOnceForEachGeneratedClass() throws Throwable {
    Class<?> stubs = compile(CODECS).load("demo.MainParallel");
    Class<?> celsius = stubs.getClassLoader().loadClass("demo.Celsius");
    for (int i = 0; i < 3; i++) {
      Object value = celsius.getConstructor().newInstance();
      Stubs.run(Stubs.call(stubs, "plain", value));
      Stubs.run(Stubs.call(stubs, "parameter", value));
    }
    Class<?> base = stubs.getClassLoader().loadClass("demo.Base");
    assertThat(base.getField("made").get(null)).isEqualTo(3);
  }

  @Test
  void anOrderOfOnesOwnIsRefused() throws Throwable {
    Class<?> stubs = compile(SORTED).load("demo.MainParallel");
    TreeSet<String> reversed = new TreeSet<>(Comparator.reverseOrder());
    WireCall<?> set = Stubs.call(stubs, "set", reversed);
    assertThatThrownBy(() -> Stubs.arguments(set))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("natural order");
    TreeMap<String, Integer> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    WireCall<?> map = Stubs.call(stubs, "map", ignoringCase);
    assertThatThrownBy(() -> Stubs.arguments(map)).isInstanceOf(WireException.class);
    TreeSet<String> natural = new TreeSet<>(Comparator.naturalOrder());
    natural.addAll(List.of("b", "a"));
    assertThat(Stubs.run(Stubs.call(stubs, "set", natural))).isEqualTo(natural);
  }

  @Test
  @SuppressWarnings("JdkObsolete") // it is the one that takes null
  void aDequeMayHoldNull() throws Throwable {
    Class<?> stubs = compile(SORTED).load("demo.MainParallel");
    Deque<String> nulls = new LinkedList<>(Arrays.asList("a", null));
    assertThat(Stubs.run(Stubs.call(stubs, "deque", nulls))).isEqualTo(nulls);
    ArrayDeque<String> other = new ArrayDeque<>(List.of("x", "y"));
    assertThat(Stubs.run(Stubs.call(stubs, "deque", other))).isEqualTo(List.of("x", "y"));
  }

  @Test
  void ofABufferTheRestTravels() throws Throwable {
    Class<?> stubs = compile(SORTED).load("demo.MainParallel");
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(8).put(new byte[] {1, 2, 3, 4}).flip().position(1);
    ByteBuffer back = (ByteBuffer) Stubs.run(Stubs.call(stubs, "buffer", buffer));
    assertThat(buffer.position()).as("what was sent stays as it was").isEqualTo(1);
    assertThat(back.position()).isZero();
    assertThat(back).isEqualTo(buffer);
  }

  private static Object record(Class<?> stubs, String name, Object component) throws Exception {
    Class<?> type = stubs.getClassLoader().loadClass("demo.Main$" + name);
    return type.getDeclaredConstructors()[0].newInstance(component);
  }

  private static Program compile(Map<String, String> sources) {
    Stream<JavaFileObject> files =
        sources.entrySet().stream()
            .map(source -> JavaFileObjects.forSourceString(source.getKey(), source.getValue()));
    return Program.compile(files.toList());
  }

  private static final Map<String, String> CODECS =
      Map.of(
          "demo.package-info",
          "@dev.brood.wire.WireCodec(OfPackage.class) package demo;",
          "demo.Celsius",
          """
          package demo;

          @dev.brood.wire.WireCodec(OfType.class)
          public class Celsius {
            String way = "none";

            @Override
            public String toString() {
              return way;
            }
          }
          """,
          "demo.Base",
          """
          package demo;

          import dev.brood.wire.*;

          public abstract class Base implements Codec<Celsius> {
            public static int made;

            private final String way;

            Base(String way) {
              this.way = way;
              made++;
            }

            public void write(WireWriter out, Celsius value) {}

            public Celsius read(WireReader in) {
              Celsius value = new Celsius();
              value.way = way;
              return value;
            }
          }

          class OfType extends Base {
            OfType() { super("of the type"); }
          }

          class OfPackage extends Base {
            OfPackage() { super("of the package"); }
          }

          class OfParameter extends Base {
            OfParameter() { super("of the parameter"); }
          }

          class OfResult extends Base {
            OfResult() { super("of the result"); }
          }
          """,
          "demo.Main",
          """
          package demo;

          import dev.brood.Parallel;
          import dev.brood.wire.WireCodec;
          import java.util.List;

          public class Main {
            public record Plain(Celsius celsius) {}

            public record Coded(@WireCodec(OfParameter.class) Celsius celsius) {}

            @Parallel
            public static String plain(Celsius value) { return String.valueOf(value); }

            @Parallel
            public static String parameter(@WireCodec(OfParameter.class) Celsius value) {
              return value.toString();
            }

            @Parallel
            public static String elements(@WireCodec(OfParameter.class) List<Celsius> values) {
              return values.get(0).toString();
            }

            @Parallel
            public static String throughARecord(Plain plain) {
              return plain.celsius().toString();
            }

            @Parallel
            public static String component(Coded coded) {
              return coded.celsius().toString();
            }

            @Parallel
            @WireCodec(OfResult.class)
            public static Celsius result(Celsius value) { return value; }
          }
          """);

  private static final Map<String, String> SORTED =
      Map.of(
          "demo.Main",
          """
          package demo;

          import dev.brood.Parallel;
          import java.nio.ByteBuffer;
          import java.util.*;

          public class Main {
            @Parallel
            public static SortedSet<String> set(NavigableSet<String> value) { return value; }

            @Parallel
            public static SortedMap<String, Integer> map(TreeMap<String, Integer> value) {
              return value;
            }

            @Parallel
            public static Deque<String> deque(Deque<String> value) { return value; }

            @Parallel
            public static ByteBuffer buffer(ByteBuffer value) { return value; }
          }
          """);
}
