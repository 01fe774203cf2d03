package dev.brood.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadTest {

  @Test
  void theEmptyPayloadHasNothingToRead() {
    assertThat(Payload.EMPTY.size()).isZero();
    assertThat(Payload.EMPTY.toByteArray()).isEmpty();
    WireReader in = new WireReader(Payload.EMPTY);
    in.expectEnd();
    assertThatThrownBy(in::readByte).isInstanceOf(WireException.class);
  }

  @Test
  void onlyTheLastPieceIsPartlyFilled() {
    Payload payload = new Payload(List.of(new byte[] {1, 2}, new byte[] {3, 4, 5}), 1);
    assertThat(payload.size()).isEqualTo(3);
    assertThat(payload.pieceCount()).isEqualTo(2);
    assertThat(payload.pieceLength(0)).isEqualTo(2);
    assertThat(payload.pieceLength(1)).isEqualTo(1);
    assertThat(payload.toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void theListOfPiecesIsCopied() {
    List<byte[]> pieces = new ArrayList<>(List.of(new byte[] {1}));
    Payload payload = new Payload(pieces, 1);
    pieces.clear();
    assertThat(payload.toByteArray()).containsExactly(1);
  }

  @Test
  void aPayloadMayExceedTwoGibibytes() {
    byte[] piece = new byte[64 << 20]; // many times the same one
    Payload payload = new Payload(Collections.nCopies(40, piece), piece.length);
    assertThat(payload.size()).isEqualTo(40L * (64 << 20));
    WireReader in = new WireReader(payload);
    assertThat(in.readLong()).isZero();
    assertThat(in.remaining()).isEqualTo(payload.size() - 8);
    assertThatThrownBy(payload::toByteArray)
        .isInstanceOf(WireException.class)
        .hasMessageContaining(String.valueOf(payload.size()));
  }

  @Test
  void emptyPiecesAreSkipped() {
    byte[] none = {};
    Payload payload = new Payload(List.of(none, new byte[] {1, 2}, none, none, new byte[] {3}), 1);
    WireReader in = new WireReader(payload);
    assertThat(in.readByte()).isEqualTo((byte) 1);
    assertThat(in.readShort()).isEqualTo((short) 0x0302);
    in.expectEnd();
  }

  @Test
  void aPartHasItsBytesWhereverThePiecesEnd() {
    Payload payload = new Payload(List.of(new byte[] {1, 2}, new byte[] {3, 4, 5}), 2);
    assertThat(payload.part(0, 4)).isSameAs(payload);
    assertThat(payload.part(2, 2).size()).isZero();
    for (int from = 0; from <= 4; from++) {
      for (int to = from; to <= 4; to++) {
        byte[] expected = Arrays.copyOfRange(new byte[] {1, 2, 3, 4}, from, to);
        assertThat(payload.part(from, to).toByteArray()).isEqualTo(expected);
        assertThat(payload.part(from, to).size()).isEqualTo(to - from);
      }
    }
    assertThatThrownBy(() -> payload.part(1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aCopyHasMemoryOfItsOwn() {
    byte[] piece = {1, 2, 3};
    Payload copy = new Payload(piece, 2).copy();
    piece[0] = 9;
    assertThat(copy.toByteArray()).containsExactly(1, 2);
    assertThat(Payload.EMPTY.copy().size()).isZero();
  }
}
