package dev.brood.wire;

import static dev.brood.fixtures.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import dev.brood.wire.Kinds.Colour;
import org.junit.jupiter.api.Test;

/** The encoding, byte by byte, as the documentation of {@link WireWriter} has it. */
class WireWriterTest {

  @Test
  void primitivesAreLittleEndian() {
    assertThat(hex(out -> out.writeBoolean(true))).isEqualTo("01");
    assertThat(hex(out -> out.writeBoolean(false))).isEqualTo("00");
    assertThat(hex(out -> out.writeByte((byte) -2))).isEqualTo("fe");
    assertThat(hex(out -> out.writeShort((short) 0x0102))).isEqualTo("0201");
    assertThat(hex(out -> out.writeChar('€'))).isEqualTo("ac20");
    assertThat(hex(out -> out.writeInt(0x01020304))).isEqualTo("04030201");
    assertThat(hex(out -> out.writeLong(0x0102030405060708L))).isEqualTo("0807060504030201");
    assertThat(hex(out -> out.writeFloat(1f))).isEqualTo("0000803f");
    assertThat(hex(out -> out.writeDouble(1d))).isEqualTo("000000000000f03f");
  }

  @Test
  void floatingPointKeepsEveryBit() {
    float nan = Float.intBitsToFloat(0x7fc12345);
    assertThat(hex(out -> out.writeFloat(nan))).isEqualTo("4523c17f");
    assertThat(hex(out -> out.writeFloat(-0f))).isEqualTo("00000080");
    assertThat(hex(out -> out.writeDouble(-0d))).isEqualTo("0000000000000080");
  }

  @Test
  void sizesAreOneMoreInGroupsOfSevenBits() {
    assertThat(hex(WireWriter::writeNull)).isEqualTo("00");
    assertThat(hex(out -> out.writeSize(0))).isEqualTo("01");
    assertThat(hex(out -> out.writeSize(126))).isEqualTo("7f");
    assertThat(hex(out -> out.writeSize(127))).isEqualTo("8001");
    assertThat(hex(out -> out.writeSize(16_382))).isEqualTo("ff7f");
    assertThat(hex(out -> out.writeSize(16_383))).isEqualTo("808001");
    assertThat(hex(out -> out.writeSize(Integer.MAX_VALUE))).isEqualTo("8080808008");
  }

  @Test
  void aSizeIsNeverNegative() {
    assertThatThrownBy(() -> new WireWriter().writeSize(-1))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void boxesHaveAPresenceByte() {
    assertThat(hex(out -> out.writeBoxedBoolean(null))).isEqualTo("00");
    assertThat(hex(out -> out.writeBoxedBoolean(false))).isEqualTo("0100");
    assertThat(hex(out -> out.writeBoxedByte((byte) 5))).isEqualTo("0105");
    assertThat(hex(out -> out.writeBoxedShort((short) 5))).isEqualTo("010500");
    assertThat(hex(out -> out.writeBoxedChar('A'))).isEqualTo("014100");
    assertThat(hex(out -> out.writeBoxedInt(5))).isEqualTo("0105000000");
    assertThat(hex(out -> out.writeBoxedLong(5L))).isEqualTo("010500000000000000");
    assertThat(hex(out -> out.writeBoxedFloat(1f))).isEqualTo("010000803f");
    assertThat(hex(out -> out.writeBoxedDouble(1d))).isEqualTo("01000000000000f03f");
  }

  @Test
  void arraysHaveASize() {
    assertThat(hex(out -> out.writeIntArray(null))).isEqualTo("00");
    assertThat(hex(out -> out.writeIntArray(new int[0]))).isEqualTo("01");
    assertThat(hex(out -> out.writeIntArray(new int[] {1, -1}))).isEqualTo("0301000000ffffffff");
    assertThat(hex(out -> out.writeByteArray(new byte[] {1, 2}))).isEqualTo("030102");
    assertThat(hex(out -> out.writeBooleanArray(new boolean[] {true, false}))).isEqualTo("030100");
    assertThat(hex(out -> out.writeShortArray(new short[] {1}))).isEqualTo("020100");
    assertThat(hex(out -> out.writeCharArray(new char[] {'A'}))).isEqualTo("024100");
  }

  @Test
  void bulkCopiesOfArraysAreLittleEndianToo() {
    int[] value = new int[40];
    value[39] = 0x01020304;
    assertThat(hex(out -> out.writeIntArray(value)))
        .isEqualTo("29" + "0".repeat(39 * 8) + "04030201");
  }

  @Test
  void stringsTakeOneByteForEachCharacterWhereTheyCan() {
    assertThat(hex(out -> out.writeString(null))).isEqualTo("00");
    assertThat(hex(out -> out.writeString(""))).isEqualTo("0100");
    assertThat(hex(out -> out.writeString("aé"))).isEqualTo("030061e9");
    assertThat(hex(out -> out.writeString("a€"))).isEqualTo("03016100ac20");
  }

  @Test
  void unpairedSurrogatesAreKept() {
    assertThat(hex(out -> out.writeString("\ud800"))).isEqualTo("020100d8");
  }

  @Test
  void enumsAreOrdinals() {
    assertThat(hex(out -> out.writeEnum(null))).isEqualTo("00");
    assertThat(hex(out -> out.writeEnum(Colour.RED))).isEqualTo("01");
    assertThat(hex(out -> out.writeEnum(Colour.BLUE))).isEqualTo("03");
  }

  @Test
  void compositesBeginWithPresenceOrSize() {
    WireWriter out = new WireWriter();
    assertThat(out.begin(null)).isFalse();
    assertThat(out.begin("present")).isTrue();
    out.end();
    out.begin(3);
    out.end(3, 3);
    assertThat(out.toPayload().toByteArray()).containsExactly(0, 1, 4);
  }

  @Test
  void aCollectionThatChangesWhileItIsWrittenIsRefused() {
    WireWriter out = new WireWriter();
    out.begin(3);
    assertThatThrownBy(() -> out.end(3, 2))
        .isInstanceOf(WireException.class)
        .hasMessageContainingAll("3", "2", "changed");
  }

  @Test
  void nestingIsBounded() {
    WireWriter out = new WireWriter();
    for (int i = 0; i < WireWriter.MAX_DEPTH; i++) {
      assertThat(out.begin(this)).isTrue();
    }
    assertThatThrownBy(() -> out.begin(this))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("contains itself");
    assertThatThrownBy(() -> out.begin(0)).isInstanceOf(WireException.class);
  }

  @Test
  void whatEndsNoLongerCountsAsNesting() {
    WireWriter out = new WireWriter();
    for (int i = 0; i < 3 * WireWriter.MAX_DEPTH; i++) {
      out.begin(1);
      out.end();
      out.begin(2);
      out.end(2, 2);
      out.begin(null);
    }
    assertThat(out.toPayload().size()).isEqualTo(9L * WireWriter.MAX_DEPTH);
  }

  @Test
  void aPayloadIsNotTouchedByWhatIsWrittenAfterIt() {
    WireWriter out = new WireWriter();
    out.begin(this);
    out.writeInt(1);
    Payload first = out.toPayload();
    for (int i = 0; i < WireWriter.MAX_DEPTH; i++) {
      out.begin(this); // the depth begins anew as well
    }
    assertThat(first.toByteArray()).containsExactly(1, 1, 0, 0, 0);
    assertThat(out.toPayload().size()).isEqualTo(WireWriter.MAX_DEPTH);
  }

  @Test
  void resetForgetsEverything() {
    WireWriter out = new WireWriter();
    out.writeByteArray(new byte[200_000]);
    out.reset();
    out.writeByte((byte) 7);
    assertThat(out.toPayload().toByteArray()).containsExactly(7);
  }
}
