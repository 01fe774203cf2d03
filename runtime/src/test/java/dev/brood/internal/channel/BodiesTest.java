package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.fixtures.Bytes;
import dev.brood.wire.Payload;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several bodies in one: what goes in comes out, and what was never put in does not. */
class BodiesTest {
  private static final byte[] BYTES = {1, 2, 3, 4, 5, 0, 0};

  private static void expectThree(Bodies bodies) {
    assertThat(bodies.count()).isEqualTo(3);
    assertThat(bodies.body(0).toByteArray()).containsExactly(1, 2);
    assertThat(bodies.body(1).toByteArray()).isEmpty();
    assertThat(bodies.body(2).toByteArray()).containsExactly(3, 4, 5);
    assertThat(bodies.to(2) - bodies.from(0)).isEqualTo(5);
  }

  @Test
  void bodiesThatWereJoinedComeApart() throws ProtocolException {
    Bodies bodies = Bodies.of(new int[] {2, 2, 5}, BYTES);
    expectThree(bodies);
    expectThree(Bodies.of(bodies.join()));
    expectThree(Bodies.of(Bytes.whole(bodies.join().toByteArray())));
    expectThree(Bodies.of(Bodies.of(Bytes.whole(bodies.join().toByteArray())).join()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void howeverTheirBytesAreCut(long seed) throws ProtocolException {
    Payload joined = Bodies.of(new int[] {2, 2, 5}, BYTES).join();
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      expectThree(Bodies.of(Bytes.recut(Bytes.whole(joined.toByteArray()), random)));
    }
  }

  @Test
  void bodiesMayAllBeEmpty() throws ProtocolException {
    Payload joined = Bodies.of(new int[] {0, 0}, new byte[0]).join();
    for (Payload payload : List.of(joined, Bytes.whole(joined.toByteArray()))) {
      Bodies bodies = Bodies.of(payload);
      assertThat(bodies.count()).isEqualTo(2);
      assertThat(bodies.body(1).toByteArray()).isEmpty();
    }
  }

  private static Payload ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putInt(value);
    }
    return Bytes.whole(bytes.array());
  }

  @Test
  void whatIsNoneIsRefused() {
    for (Payload payload :
        List.of(
            Payload.EMPTY,
            Bytes.whole(new byte[3]),
            ints(0),
            ints(-1),
            ints(Integer.MAX_VALUE),
            ints(1 << 30, 1),
            ints(2, 4),
            ints(1, 4), // shorter than it says
            ints(1, 0, 0), // longer
            ints(2, 4, 0, 0), // ends before it begins
            ints(1, -4, 0),
            ints(2, Integer.MAX_VALUE, Integer.MIN_VALUE))) {
      assertThatThrownBy(() -> Bodies.of(payload)).isInstanceOf(ProtocolException.class);
    }
  }
}
