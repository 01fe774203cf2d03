package dev.brood.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is lent is not copied, and what is given back is used again; bytes are the same as ever. */
class PieceStockTest {
  private static final int FULL = PieceBuffer.FULL_PIECE;

  private final PieceStock stock = new PieceStock();

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  /** A byte, an array that may be lent, another one, and a number. */
  private static Payload write(WireWriter out, byte[] first, byte[] second) {
    out.writeByte((byte) 7);
    out.lendNext();
    out.writeByteArray(first);
    out.writeByteArray(second);
    out.writeLong(-1);
    long size = out.size();
    Payload payload = out.toPayload();
    assertThat(payload.size()).isEqualTo(size);
    return payload;
  }

  @SuppressWarnings("ReferenceEquality") // the very array
  private static boolean holds(Payload payload, byte[] array) {
    for (int i = 0; i < payload.pieceCount(); i++) {
      if (payload.piece(i) == array) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, FULL - 1, FULL, FULL + 1, 5 * FULL, 5 * FULL + 3})
  void bytesAreTheSameHoweverTheyAreWritten(int size) {
    byte[] first = bytes(size);
    byte[] second = bytes(3 * FULL);
    WireWriter plain = new WireWriter();
    plain.writeByte((byte) 7);
    plain.writeByteArray(first);
    plain.writeByteArray(second);
    plain.writeLong(-1);
    byte[] expected = plain.toPayload().toByteArray();
    for (int i = 0; i < 3; i++) {
      Payload payload = write(new WireWriter(stock), first, second);
      assertThat(payload.toByteArray()).isEqualTo(expected);
      stock.giveBack(payload); // and it is used again, with what stood in it
    }
    assertThat(first).as("nobody has written to it").isEqualTo(bytes(size));
  }

  @Test
  void onlyALongArrayIsLentAndOnlyWhereThatWasSaid() {
    byte[] first = bytes(FULL + 1);
    byte[] second = bytes(FULL + 2);
    Payload payload = write(new WireWriter(stock), first, second);
    assertThat(holds(payload, first)).isTrue();
    assertThat(holds(payload, second)).isFalse();
    byte[] full = bytes(FULL);
    assertThat(holds(write(new WireWriter(stock), full, second), full)).isFalse();
  }

  @Test
  void whatWasSaidOfOneValueHoldsForNoOther() {
    byte[] array = bytes(2 * FULL);
    WireWriter out = new WireWriter(stock);
    out.lendNext();
    out.writeInt(1);
    out.writeByteArray(array);
    assertThat(holds(out.toPayload(), array)).isFalse();
    out.lendNext();
    out.reset();
    out.writeByteArray(array);
    assertThat(holds(out.toPayload(), array)).isFalse();
  }

  @Test
  void aPieceThatWasGivenBackIsTakenAgain() {
    byte[] piece = stock.take();
    assertThat(piece).hasSize(FULL);
    assertThat(stock.take()).isNotSameAs(piece);
    stock.giveBack(new Payload(piece, 10));
    assertThat(stock.take()).isSameAs(piece);
    assertThat(stock.take()).isNotSameAs(piece);
  }

  @Test
  void anArrayThatIsSomebodysIsNeverTaken() {
    byte[] lent = bytes(4 * FULL);
    WireWriter out = new WireWriter(stock);
    out.lendNext();
    out.writeByteArray(lent);
    stock.giveBack(out.toPayload());
    byte[] small = bytes(100);
    stock.giveBack(new Payload(small, 100));
    byte[] before = Arrays.copyOf(lent, lent.length);
    for (int i = 0; i < 10; i++) {
      Arrays.fill(stock.take(), (byte) -1);
    }
    assertThat(lent).isEqualTo(before);
  }
}
