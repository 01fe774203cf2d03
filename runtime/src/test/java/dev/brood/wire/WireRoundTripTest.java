package dev.brood.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.fixtures.Bytes;
import dev.brood.wire.Kinds.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what is read, wherever pieces begin and end. */
class WireRoundTripTest {
  private static final int FIRST_PIECE = 128;
  private static final int FULL_PIECE = 64 << 10;

  /** Read by the parameterized tests. */
  static final List<Kind> KINDS = Kinds.ALL;

  private record Written(Kind kind, @Nullable Object value) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomSequencesOfValuesArrive(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      WireWriter out = new WireWriter();
      List<Written> sequence = new ArrayList<>();
      for (int i = random.nextInt(30); i >= 0; i--) {
        Kind kind = Kinds.any(random);
        Object value = kind.example(random);
        kind.write(out, value);
        sequence.add(new Written(kind, value));
      }
      Payload payload = out.toPayload();
      expect(payload, sequence);
      expect(Bytes.recut(payload, random), sequence);
    }
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void valuesCrossTheBordersOfPieces(Kind kind) {
    Random random = new Random(kind.name().hashCode());
    for (int border : new int[] {FIRST_PIECE, 2 * FIRST_PIECE, FULL_PIECE, 2 * FULL_PIECE}) {
      for (int before = border - 18; before <= border + 2; before++) {
        Object value = kind.example(random);
        WireWriter out = new WireWriter();
        for (int i = 0; i < before; i++) {
          out.writeByte((byte) i);
        }
        kind.write(out, value);
        out.writeInt(before);
        WireReader in = new WireReader(out.toPayload());
        for (int i = 0; i < before; i++) {
          assertThat(in.readByte()).isEqualTo((byte) i);
        }
        assertThat(Kinds.bits(kind.read(in))).isEqualTo(Kinds.bits(value));
        assertThat(in.readInt()).isEqualTo(before);
        in.expectEnd();
      }
    }
  }

  @Test
  void largeArraysArrive() {
    Random random = new Random(17);
    int[] ints = random.ints(2_621_440).toArray();
    double[] doubles = random.doubles(1_310_720).toArray();
    byte[] bytes = new byte[10_485_760];
    random.nextBytes(bytes);
    Payload payload =
        Bytes.payload(
            out -> {
              out.writeIntArray(ints);
              out.writeByte((byte) 1); // puts what follows at odd places
              out.writeDoubleArray(doubles);
              out.writeByteArray(bytes);
            });
    WireReader in = new WireReader(payload);
    assertThat(Arrays.equals(in.readIntArray(), ints)).isTrue();
    assertThat(in.readByte()).isEqualTo((byte) 1);
    assertThat(Arrays.equals(in.readDoubleArray(), doubles)).isTrue();
    assertThat(Arrays.equals(in.readByteArray(), bytes)).isTrue();
    in.expectEnd();
  }

  @Test
  void sizesAndMarksArrive() {
    int[] sizes = {0, 1, 126, 127, 128, 16_382, 16_383, 70_000};
    Payload payload =
        Bytes.payload(
            out -> {
              for (int size : sizes) {
                out.writeSize(size);
              }
              out.begin(this);
              out.end();
              out.begin(null);
              out.begin(2);
              out.end();
              out.writeNull();
              out.writeByteArray(new byte[70_000]);
            });
    WireReader in = new WireReader(payload);
    for (int size : sizes) {
      assertThat(in.readSize()).isEqualTo(size);
    }
    assertThat(in.begin()).isTrue();
    in.end();
    assertThat(in.begin()).isFalse();
    assertThat(in.beginSized()).isEqualTo(2);
    in.end();
    assertThat(in.beginSized()).isEqualTo(-1);
    assertThat(in.readByteArray()).hasSize(70_000);
    in.expectEnd();
  }

  @Test
  void theDeepestNestingArrives() {
    Payload payload =
        Bytes.payload(
            out -> {
              for (int i = 0; i < WireWriter.MAX_DEPTH; i++) {
                out.begin(this);
              }
            });
    WireReader in = new WireReader(payload);
    for (int i = 0; i < WireWriter.MAX_DEPTH; i++) {
      assertThat(in.begin()).isTrue();
    }
    in.expectEnd();
  }

  @Test
  void extremesArrive() {
    Payload payload =
        Bytes.payload(
            out -> {
              out.writeLongArray(new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE});
              out.writeDoubleArray(
                  new double[] {Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, -0d});
              out.writeString("\ud800 \udc00\ud800 \u0000\uffff");
              out.writeBoxedChar(Character.MAX_VALUE);
            });
    WireReader in = new WireReader(payload);
    assertThat(in.readLongArray()).containsExactly(Long.MIN_VALUE, -1, 0, Long.MAX_VALUE);
    assertThat(in.readDoubleArray())
        .containsExactly(Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, -0d);
    assertThat(in.readString()).isEqualTo("\ud800 \udc00\ud800 \u0000\uffff");
    assertThat(in.readBoxedChar()).isEqualTo(Character.MAX_VALUE);
    in.expectEnd();
  }

  private static void expect(Payload payload, List<Written> sequence) {
    WireReader in = new WireReader(payload);
    assertThat(in.remaining()).isEqualTo(payload.size());
    for (Written written : sequence) {
      assertThat(Kinds.bits(written.kind().read(in)))
          .as(written.kind().name())
          .isEqualTo(Kinds.bits(written.value()));
    }
    assertThat(in.remaining()).isZero();
    in.expectEnd();
  }
}
