package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTest {
  private final ByteBuffer memory =
      ByteBuffer.allocateDirect(Segment.size(64)).order(ByteOrder.nativeOrder());

  @Test
  void wordsStandWhereTheyAreDrawn() {
    Segment segment = Segment.create(memory);
    segment.publishWritten(1);
    segment.publishRead(2);
    segment.publishSleep(3);
    segment.publishState(4);
    segment.publishCrowded(true);
    segment.publishLastWord(LastWord.OUT_OF_MEMORY);
    segment.claims().offer(5);
    segment.ring().put(0, (byte) 6);
    assertThat(memory.getLong(0)).isEqualTo(64);
    assertThat(memory.getLong(128)).isEqualTo(1);
    assertThat(memory.getLong(256)).isEqualTo(2);
    assertThat(memory.getLong(384)).isEqualTo(3);
    assertThat(memory.getLong(512)).isEqualTo(4);
    assertThat(memory.getLong(640)).isEqualTo(1);
    assertThat(memory.getLong(768)).isEqualTo(2);
    assertThat(memory.getLong(1024 + 5 * Long.BYTES)).isNotZero();
    assertThat(memory.get(33792)).isEqualTo((byte) 6);
  }

  @Test
  void theOtherSideSeesTheSame() {
    Segment own = Segment.create(memory);
    Segment seen = Segment.of(memory);
    own.publishWritten(Long.MAX_VALUE);
    own.publishRead(Long.MIN_VALUE);
    own.publishSleep(-1);
    own.publishState(Segment.CLOSED);
    assertThat(seen.isCrowded()).isFalse();
    own.publishCrowded(true);
    assertThat(seen.isCrowded()).isTrue();
    own.publishCrowded(false);
    assertThat(seen.isCrowded()).isFalse();
    assertThat(seen.written()).isEqualTo(Long.MAX_VALUE);
    assertThat(seen.read()).isEqualTo(Long.MIN_VALUE);
    assertThat(seen.sleep()).isEqualTo(-1);
    assertThat(seen.state()).isEqualTo(Segment.CLOSED);
    assertThat(seen.capacity()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 3, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE})
  void aWordThatDoesNotExistIsNone(long code) {
    memory.putLong(768, code);
    assertThat(Segment.of(memory).lastWord()).isEqualTo(LastWord.NONE);
  }

  @Test
  void whatTheOtherSideCallsItsCapacityIsOfNoInterest() {
    Segment.create(memory);
    memory.putLong(0, 1 << 20);
    assertThat(Segment.of(memory).capacity()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(ints = {-8, 0, 32, 63, 65, 96})
  void noRingHasAnOddCapacity(int capacity) {
    ByteBuffer odd = ByteBuffer.allocateDirect(Segment.size(capacity));
    assertThatThrownBy(() -> Segment.create(odd)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Segment.of(odd)).isInstanceOf(IllegalArgumentException.class);
  }
}
