package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.fixtures.Bytes;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import dev.brood.wire.PieceStock;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes go through a ring whole, in order, and not before they are published. */
class RingTest {
  private static final int CAPACITY = 64;

  private final RingPair ring = RingPair.ofCapacity(CAPACITY);
  private final FrameEncoder encoder = new FrameEncoder();
  private final FrameDecoder decoder = new FrameDecoder(new PieceStock());
  private final List<Frame> decoded = new ArrayList<>();

  private static Frame frame(long sequence, int size) {
    byte[] body = new byte[size];
    new Random(sequence).nextBytes(body);
    return Frame.call(sequence, 7, 3, Bytes.whole(body));
  }

  private static byte[] bytes(int count, int seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** Goes on by so many bytes, on both sides. */
  private static void advance(RingPair ring, int count) throws ProtocolException {
    assertThat(ring.writer().hasRoom(count)).isTrue();
    ring.writer().skip(count);
    ring.writer().publish();
    ring.reader().look();
    ring.reader().skip(count);
    ring.reader().publish();
  }

  private void decode() throws ProtocolException {
    if (ring.reader().look()) {
      decoder.decode(ring.reader(), decoded);
      decoder.flush(decoded);
      ring.reader().publish();
    }
  }

  // ---- torn writes ----

  @Test
  void whatIsPutIsNotSeenBeforeItIsPublished() throws ProtocolException {
    ring.writer().putLong(1);
    assertThat(ring.reader().hasBytes()).isFalse();
    assertThat(ring.reader().look()).isFalse();
    assertThat(ring.writer().publish()).isTrue();
    assertThat(ring.writer().publish()).as("nothing is new").isFalse();
    assertThat(ring.reader().hasBytes()).isTrue();
    assertThat(ring.reader().look()).isTrue();
    assertThat(ring.reader().hasBytes()).as("beyond what was looked at").isFalse();
    assertThat(ring.reader().getLong()).isEqualTo(1);
    ring.writer().putLong(2);
    assertThat(ring.reader().look()).as("nothing is left to be taken").isFalse();
  }

  @Test
  void aFrameThatIsPublishedWordByWordIsWholeAtItsLastByte() throws ProtocolException {
    RingPair scratch = RingPair.ofCapacity(CAPACITY);
    encoder.add(List.of(frame(1, 13)));
    encoder.encode(scratch.writer());
    scratch.writer().publish();
    scratch.reader().look();
    for (int i = 0; i < 5; i++) { // three words of header, two of body
      assertThat(decoded).isEmpty();
      ring.writer().putLong(scratch.reader().getLong());
      decode();
      assertThat(decoded).isEmpty();
      ring.writer().publish();
      decode();
    }
    assertThat(Frames.comparable(decoded)).isEqualTo(Frames.comparable(List.of(frame(1, 13))));
  }

  // ---- the end of the ring ----

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 16, 24, 32, 40, 48, 56})
  void framesAreCutAnywhereByTheEndOfTheRing(int offset) throws ProtocolException {
    for (int size = 0; size <= CAPACITY - FrameHeader.SIZE; size++) {
      RingPair fresh = RingPair.ofCapacity(CAPACITY);
      advance(fresh, offset);
      Frame frame = frame(size, size);
      encoder.add(List.of(frame));
      assertThat(encoder.encode(fresh.writer())).isTrue();
      fresh.writer().publish();
      fresh.reader().look();
      List<Frame> whole = new ArrayList<>();
      decoder.decode(fresh.reader(), whole);
      decoder.flush(whole);
      assertThat(Frames.comparable(whole)).isEqualTo(Frames.comparable(List.of(frame)));
      assertThat(fresh.reader().available()).isZero();
    }
  }

  @Test
  void bytesAreCutAnywhereByTheEndOfTheRing() throws ProtocolException {
    for (int offset = 0; offset < CAPACITY; offset++) {
      for (int count : new int[] {0, 1, 7, 23, 24, 25, CAPACITY - 1, CAPACITY}) {
        RingPair fresh = RingPair.ofCapacity(CAPACITY);
        advance(fresh, offset);
        byte[] sent = bytes(count + 2, offset);
        byte[] received = new byte[count + 3];
        assertThat(fresh.writer().hasRoom(count)).isTrue();
        fresh.writer().put(sent, 1, count);
        fresh.writer().publish();
        fresh.reader().look();
        fresh.reader().get(received, 2, count);
        assertThat(ByteBuffer.wrap(received, 2, count)).isEqualTo(ByteBuffer.wrap(sent, 1, count));
        assertThat(received[0] + received[1] + received[count + 2]).as("around it").isZero();
      }
    }
  }

  // ---- a full ring ----

  @Test
  void aRingTakesAsManyBytesAsItHas() throws ProtocolException {
    assertThat(ring.writer().hasRoom(CAPACITY + 1)).isFalse();
    assertThat(ring.writer().hasRoom(CAPACITY)).isTrue();
    ring.writer().put(bytes(CAPACITY, 1), 0, CAPACITY);
    ring.writer().publish();
    assertThat(ring.writer().hasRoom(0)).isTrue();
    assertThat(ring.writer().hasRoom(1)).isFalse();
    assertThat(ring.writer().room()).isZero();
    ring.reader().look();
    assertThat(ring.reader().available()).isEqualTo(CAPACITY);
    byte[] one = new byte[1];
    ring.reader().get(one, 0, 1);
    assertThat(ring.writer().hasRoom(1)).as("not given back yet").isFalse();
    assertThat(ring.reader().publish()).isTrue();
    assertThat(ring.reader().publish()).as("nothing is new").isFalse();
    assertThat(ring.writer().hasRoom(1)).isTrue();
    assertThat(ring.writer().hasRoom(2)).isFalse();
    assertThat(ring.writer().room()).isEqualTo(1);
  }

  @Test
  void aFrameThatFitsExactlyIsWholeAtOnce() throws ProtocolException {
    Frame frame = frame(1, CAPACITY - FrameHeader.SIZE);
    encoder.add(List.of(frame));
    assertThat(encoder.encode(ring.writer())).isTrue();
    assertThat(ring.writer().room()).isZero();
    ring.writer().publish();
    decode();
    assertThat(decoded).hasSize(1);
  }

  @Test
  void aFrameThatIsAByteTooLongWaitsForRoom() throws ProtocolException {
    Frame frame = frame(1, CAPACITY - FrameHeader.SIZE + 1);
    encoder.add(List.of(frame));
    assertThat(encoder.encode(ring.writer())).isFalse();
    ring.writer().publish();
    assertThat(encoder.encode(ring.writer())).as("still").isFalse();
    decode();
    assertThat(decoded).isEmpty();
    assertThat(encoder.encode(ring.writer())).isTrue();
    ring.writer().publish();
    decode();
    assertThat(Frames.comparable(decoded)).isEqualTo(Frames.comparable(List.of(frame)));
  }

  @Test
  void aHeaderIsNotPutInPart() throws ProtocolException {
    encoder.add(List.of(frame(1, CAPACITY - FrameHeader.SIZE - 16), frame(2, 0)));
    assertThat(encoder.encode(ring.writer())).isFalse();
    assertThat(ring.writer().room()).isEqualTo(16);
    ring.writer().publish();
    decode();
    assertThat(encoder.encode(ring.writer())).isTrue();
    ring.writer().publish();
    decode();
    assertThat(decoded).extracting(Frame::sequence).containsExactly(1L, 2L);
  }

  @Test
  void roomThatAppearsInBetweenIsUsedForNoMoreThanThereIs() throws ProtocolException {
    int count = 3_000;
    Future<Boolean> received =
        Threads.run(
            () -> {
              while (decoded.size() < count) {
                decode();
              }
              return true;
            });
    List<Frame> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Frame frame = frame(i, i % 150);
      sent.add(frame);
      encoder.add(List.of(frame));
      while (!encoder.encode(ring.writer())) {
        ring.writer().publish();
      }
      ring.writer().publish();
    }
    assertThat(Await.value(received)).isTrue();
    assertThat(Frames.comparable(decoded)).isEqualTo(Frames.comparable(sent));
  }

  // ---- what cannot be ----

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, CAPACITY + 1, CAPACITY + 8})
  void whatThereWasNoRoomForWasNotWritten(long position) {
    ring.sender().publishWritten(position);
    assertThat(ring.reader().hasBytes()).isTrue();
    assertThatThrownBy(() -> ring.reader().look())
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("written up to " + position);
  }

  @Test
  void whatWasWrittenStaysWritten() throws ProtocolException {
    advance(ring, 48);
    ring.sender().publishWritten(40);
    assertThat(ring.reader().hasBytes()).isTrue();
    assertThatThrownBy(() -> ring.reader().look()).isInstanceOf(ProtocolException.class);
    ring.sender().publishWritten(48 + CAPACITY);
    assertThat(ring.reader().look()).isTrue();
    ring.sender().publishWritten(48 + CAPACITY + 1);
    assertThatThrownBy(() -> ring.reader().look()).isInstanceOf(ProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, CAPACITY + 1, CAPACITY + 8})
  void whatWasNotWrittenWasNotRead(long position) throws ProtocolException {
    ring.writer().skip(CAPACITY);
    ring.writer().publish();
    ring.receiver().publishRead(position);
    assertThatThrownBy(() -> ring.writer().hasRoom(1))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("read up to " + position);
    assertThatThrownBy(() -> ring.writer().room()).isInstanceOf(ProtocolException.class);
  }

  @Test
  void whatIsNotPublishedCannotHaveBeenRead() throws ProtocolException {
    ring.writer().skip(CAPACITY);
    ring.receiver().publishRead(8);
    assertThatThrownBy(() -> ring.writer().hasRoom(1)).isInstanceOf(ProtocolException.class);
  }

  @Test
  void whatWasReadStaysRead() throws ProtocolException {
    advance(ring, CAPACITY);
    assertThat(ring.writer().hasRoom(CAPACITY)).isTrue();
    ring.writer().skip(CAPACITY);
    ring.writer().publish();
    ring.receiver().publishRead(CAPACITY - 1);
    assertThatThrownBy(() -> ring.writer().hasRoom(1)).isInstanceOf(ProtocolException.class);
  }
}
