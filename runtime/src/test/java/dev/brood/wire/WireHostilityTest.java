package dev.brood.wire;

import static dev.brood.fixtures.Bytes.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import dev.brood.fixtures.Allocation;
import dev.brood.fixtures.Bytes;
import dev.brood.wire.Kinds.Colour;
import dev.brood.wire.Kinds.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that no writer wrote: a {@link WireException}, and no memory on their word. */
class WireHostilityTest {
  /** Far less than any array that is announced here, far more than an exception takes. */
  private static final long LITTLE = 64 << 10;

  /** Read by the parameterized tests. */
  static final List<Kind> KINDS = Kinds.ALL;

  private static void expectRefusal(WireReader in, Consumer<WireReader> reading) {
    assertThatThrownBy(() -> reading.accept(in))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageStartingWith("malformed");
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void aValueThatIsCutOffAnywhereIsRefused(Kind kind) {
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      Payload payload = Bytes.payload(out -> kind.write(out, kind.example(random)));
      int size = (int) Math.min(payload.size(), 2000);
      for (int length = 0; length < size; length++) {
        expectRefusal(new WireReader(Bytes.truncated(payload, length)), kind::read);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void arbitraryBytesAreAValueOrARefusal(Kind kind) {
    Random random = new Random(5);
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (bytes.length > 0 && random.nextBoolean()) {
        bytes[0] = (byte) random.nextInt(bytes.length + 1); // a size that may well be right
      }
      WireReader in = new WireReader(Bytes.recut(Bytes.whole(bytes), random));
      try {
        kind.read(in);
        assertThat(in.remaining()).isBetween(0L, (long) bytes.length);
      } catch (WireException e) {
        assertThat(e).hasMessageStartingWith("malformed");
      }
    }
  }

  static Stream<Kind> sizedKinds() {
    return KINDS.stream().filter(kind -> kind.name().matches(".*(\\[]|string)"));
  }

  @ParameterizedTest
  @MethodSource("sizedKinds")
  void nothingIsAllocatedForBytesThatAreNotThere(Kind kind) {
    for (String size : List.of("8080808008", "ffffffff07", "81808008", "818004")) {
      for (String coder : List.of("00", "01")) {
        String bytes = size + coder + "00 00 00 00";
        expectRefusal(reader(bytes), kind::read);
        long allocated =
            Allocation.of(
                () -> {
                  try {
                    kind.read(reader(bytes));
                  } catch (WireException e) {
                    // As expected.
                  }
                });
        assertThat(allocated).as("a size of " + size).isLessThan(LITTLE);
      }
    }
  }

  @Test
  void arraysOfWideElementsNeedAllOfTheirBytes() {
    String eightBytes = "00 00 00 00 00 00 00 00";
    assertThat(reader("02" + eightBytes).readLongArray()).hasSize(1);
    expectRefusal(reader("03" + eightBytes), WireReader::readLongArray);
    expectRefusal(reader("03" + eightBytes), WireReader::readDoubleArray);
    expectRefusal(reader("04" + eightBytes), WireReader::readIntArray);
    expectRefusal(reader("04" + eightBytes), WireReader::readFloatArray);
    expectRefusal(reader("06" + eightBytes), WireReader::readShortArray);
    expectRefusal(reader("06" + eightBytes), WireReader::readCharArray);
    expectRefusal(reader("09 01" + eightBytes), WireReader::readString);
  }

  @Test
  void sizesBeyondAnIntAreRefused() {
    for (String size :
        List.of("8180808008", "ffffffff0f", "ffffffff7f", "808080808001", "8080808080808001")) {
      expectRefusal(reader(size), WireReader::readSize);
      expectRefusal(reader(size), WireReader::beginSized);
      expectRefusal(reader(size), in -> in.readEnum(Colour.values()));
    }
  }

  @Test
  void sizesBeyondTheBytesAreRefused() {
    assertThat(reader("03 00 00").readSize()).isEqualTo(2);
    expectRefusal(reader("04 00 00"), WireReader::readSize);
    expectRefusal(reader("04 00 00"), WireReader::beginSized);
    assertThat(reader("02 00 00 00 00").readSize(4)).isEqualTo(1);
    expectRefusal(reader("03 00 00 00 00"), in -> in.readSize(4));
  }

  @Test
  void booleansAreZeroOrOne() {
    for (int value = 2; value < 256; value++) {
      byte[] bytes = {(byte) value, 0, 0, 0, 0, 0, 0, 0, 0};
      expectRefusal(new WireReader(Bytes.whole(bytes)), WireReader::readBoolean);
      expectRefusal(new WireReader(Bytes.whole(bytes)), WireReader::begin);
      expectRefusal(new WireReader(Bytes.whole(bytes)), WireReader::readBoxedLong);
    }
    expectRefusal(reader("01 02"), WireReader::readBoxedBoolean);
    expectRefusal(reader("02 02"), WireReader::readBooleanArray);
  }

  @Test
  void stringsHaveOneOfTwoForms() {
    expectRefusal(reader("02 02 00 00"), WireReader::readString);
    expectRefusal(reader("02 ff 00 00"), WireReader::readString);
  }

  @Test
  void ordinalsAreThoseOfConstants() {
    assertThat(reader("03").readEnum(Colour.values())).isEqualTo(Colour.BLUE);
    expectRefusal(reader("04"), in -> in.readEnum(Colour.values()));
    expectRefusal(reader("8080808008"), in -> in.readEnum(Colour.values()));
  }

  @Test
  void nestingIsBounded() {
    byte[] ones = new byte[WireWriter.MAX_DEPTH + 1];
    Arrays.fill(ones, (byte) 1);
    WireReader present = new WireReader(Bytes.whole(ones));
    WireReader sized = new WireReader(Bytes.whole(ones));
    for (int i = 0; i < WireWriter.MAX_DEPTH; i++) {
      assertThat(present.begin()).isTrue();
      assertThat(sized.beginSized()).isZero();
    }
    expectRefusal(present, WireReader::begin);
    expectRefusal(sized, WireReader::beginSized);
  }

  @Test
  void bytesThatAreLeftOverAreNoticed() {
    WireReader in = reader("01 00 00");
    in.readByte();
    assertThatThrownBy(in::expectEnd)
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining("2 bytes");
    in.readShort();
    in.expectEnd();
  }
}
