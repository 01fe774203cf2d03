package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.fixtures.Allocation;
import dev.brood.fixtures.Bytes;
import dev.brood.wire.PieceStock;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames are the same after a way through rings of any size. */
class FrameCodecTest {
  private static final String BODY = "ff00000000000000";

  private final FrameEncoder encoder = new FrameEncoder();
  private final FrameDecoder decoder = new FrameDecoder(new PieceStock());

  private static void put(RingPair ring, String hex) throws ProtocolException {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    put(ring, bytes);
  }

  private static void put(RingPair ring, byte[] bytes) throws ProtocolException {
    assertThat(ring.writer().hasRoom(bytes.length)).isTrue();
    ring.writer().put(bytes, 0, bytes.length);
    ring.writer().publish();
    ring.reader().look();
  }

  private void decode(String hex) throws ProtocolException {
    RingPair ring = RingPair.ofCapacity(1024);
    put(ring, hex);
    decoder.decode(ring.reader(), new ArrayList<>());
  }

  @Test
  void aFrameBeginsAsDrawn() throws ProtocolException {
    RingPair ring = RingPair.ofCapacity(1024);
    encoder.add(List.of(Frame.call(0x0102030405060708L, 9, 0xABCD, Bytes.whole(new byte[] {-1}))));
    assertThat(encoder.encode(ring.writer())).isTrue();
    assertThat(encoder.isEmpty()).isTrue();
    ring.writer().publish();
    ring.reader().look();
    byte[] encoded = new byte[ring.reader().available()];
    ring.reader().get(encoded, 0, encoded.length);
    assertThat(HexFormat.of().formatHex(encoded))
        .isEqualTo("0100000000000000" + "0807060504030201" + "09000000" + "cdab" + "0200" + BODY);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void framesGoThroughRingsOfAnySize(long seed) throws ProtocolException {
    Random random = new Random(seed);
    RingPair ring = RingPair.ofCapacity(64 << random.nextInt(12));
    List<Frame> frames = Frames.random(random, 50);
    List<Frame> decoded = new ArrayList<>();
    List<Frame> toAdd = new ArrayList<>(frames);
    while (!toAdd.isEmpty() || !encoder.isEmpty()) {
      List<Frame> some = toAdd.subList(0, random.nextInt(toAdd.size() + 1));
      encoder.add(some);
      some.clear();
      assertThat(encoder.encode(ring.writer())).isEqualTo(encoder.isEmpty());
      ring.writer().publish();
      if (random.nextInt(4) > 0 || encoder.isEmpty()) {
        while (ring.reader().hasBytes() && ring.reader().look()) {
          decoder.decode(ring.reader(), decoded);
          decoder.flush(decoded);
        }
        ring.reader().publish();
      }
    }
    assertThat(ring.reader().available()).isZero();
    assertThat(Frames.comparable(decoded)).isEqualTo(Frames.comparable(frames));
  }

  @Test
  void shortOutcomesOfNeighboursBecomeOneFrame() throws ProtocolException {
    RingPair ring = RingPair.ofCapacity(1 << 16);
    List<Frame> frames =
        List.of(
            Frames.ofSize(3, 10),
            Frames.ofSize(4, 0),
            Frames.ofSize(5, 1000),
            Frames.ofSize(7, 1), // no neighbour
            Frames.ofSize(8, 2),
            Frame.about(Frame.Kind.STACK, 9),
            Frames.ofSize(9, 3),
            Frames.ofSize(10, 2000), // not short
            Frames.ofSize(11, 4));
    encoder.add(frames);
    assertThat(encoder.encode(ring.writer())).isTrue();
    ring.writer().publish();
    ring.reader().look();
    List<Frame> decoded = new ArrayList<>();
    decoder.decode(ring.reader(), decoded);
    decoder.flush(decoded);
    assertThat(decoded)
        .extracting(frame -> frame.kind() + " " + frame.sequence())
        .containsExactly(
            "OUTCOMES 3", "OUTCOMES 7", "STACK 9", "OUTCOME 9", "OUTCOME 10", "OUTCOME 11");
    assertThat(Frames.comparable(Frames.apart(decoded))).isEqualTo(Frames.comparable(frames));
  }

  @Test
  void whatIsClearedIsNotEncoded() throws ProtocolException {
    encoder.add(List.of(Frames.ofSize(1, 10)));
    encoder.clear();
    assertThat(encoder.isEmpty()).isTrue();
    RingPair ring = RingPair.ofCapacity(64);
    assertThat(encoder.encode(ring.writer())).isTrue();
    assertThat(ring.writer().publish()).isFalse();
  }

  @Test
  void whatIsNoHeaderIsRefused() throws ProtocolException {
    String sound = "0000000000000000 0000000000000000 00000000 0000 02 00";
    decode(sound);
    for (String header :
        List.of(
            "00000000000000ff 0000000000000000 00000000 0000 02 00", // a negative length
            "0000000000000000 0000000000000000 000000ff 0000 02 00", // a negative table
            "0000000000000000 0000000000000000 00000000 0000 7f 00", // a kind that is unknown
            "0000000000000000 0000000000000000 00000000 0000 ff 00", // a negative kind
            "0000000000000000 0000000000000000 00000000 0000 02 01")) { // the reserved byte
      assertThatThrownBy(() -> decode(header)).as(header).isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void anAnnouncedLengthTakesNoMemory() {
    String header = "ffffffffffffff7f 0000000000000000 00000000 0000 02 00";
    long allocated =
        Allocation.of(
            () -> {
              try {
                decode(header + BODY);
              } catch (ProtocolException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(allocated).isLessThan(128 << 10);
  }

  @Test
  void moreThanMemoryCouldHoldIsRefusedAtOnce() throws ProtocolException {
    RingPair ring = RingPair.ofCapacity(128);
    put(ring, HexFormat.of().parseHex("0004000000000000" + "00".repeat(8) + "0000000000000200"));
    assertThatThrownBy(
            () -> new FrameDecoder(new PieceStock(), 1000).decode(ring.reader(), new ArrayList<>()))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("a frame of 1024 bytes is announced");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void arbitraryBytesAreFramesOrARefusal(long seed) throws ProtocolException {
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      byte[] garbage = new byte[random.nextInt(100)];
      random.nextBytes(garbage);
      for (int i = 2; i < 8 && i < garbage.length; i++) {
        garbage[i] = 0; // else nearly every length would be beyond reach
      }
      RingPair ring = RingPair.ofCapacity(128);
      put(ring, garbage);
      List<Frame> whole = new ArrayList<>();
      try {
        new FrameDecoder(new PieceStock()).decode(ring.reader(), whole);
        long taken = whole.stream().mapToLong(f -> FrameHeader.SIZE + f.body().size()).sum();
        assertThat(taken).isLessThanOrEqualTo(garbage.length);
      } catch (ProtocolException e) {
        assertThat(e).hasMessageContaining("frame");
      }
    }
  }
}
