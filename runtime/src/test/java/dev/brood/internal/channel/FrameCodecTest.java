package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.testkit.Allocation;
import dev.brood.testkit.Bytes;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames are the same after a way through buffers of any size. */
class FrameCodecTest {
  private static final String BODY = "ff";

  private static ByteBuffer buffer(int capacity) {
    return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void decode(ByteBuffer in) throws ProtocolException {
    new FrameDecoder().decode(in, new ArrayList<>());
  }

  @Test
  void aFrameBeginsAsDrawn() {
    FrameEncoder encoder = new FrameEncoder();
    encoder.add(List.of(Frame.call(0x0102030405060708L, 9, 0xABCD, Bytes.whole(new byte[] {-1}))));
    ByteBuffer out = buffer(100);
    encoder.encode(out);
    assertThat(encoder.isEmpty()).isTrue();
    byte[] encoded = new byte[out.flip().remaining()];
    out.get(encoded);
    assertThat(HexFormat.of().formatHex(encoded))
        .isEqualTo("0100000000000000" + "0807060504030201" + "09000000" + "cdab" + "0200" + BODY);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void framesCrossBuffersOfAnySize(long seed) throws ProtocolException {
    Random random = new Random(seed);
    List<Frame> frames = Frames.random(random, 50);
    FrameEncoder encoder = new FrameEncoder();
    FrameDecoder decoder = new FrameDecoder();
    List<Frame> decoded = new ArrayList<>();
    List<Frame> toAdd = new ArrayList<>(frames);
    ByteBuffer in = buffer(1000);
    while (!toAdd.isEmpty() || !encoder.isEmpty()) {
      List<Frame> some = toAdd.subList(0, random.nextInt(toAdd.size() + 1));
      encoder.add(some);
      some.clear();
      ByteBuffer out = buffer(FrameHeader.SIZE + random.nextInt(random.nextInt(3000) + 1));
      encoder.encode(out);
      out.flip();
      while (out.hasRemaining()) {
        int count = Math.min(in.remaining(), 1 + random.nextInt(out.remaining()));
        in.put(out.slice(out.position(), count));
        out.position(out.position() + count);
        in.flip();
        decoder.decode(in, decoded);
        in.compact();
      }
    }
    assertThat(in.position()).isZero();
    assertThat(Frames.comparable(decoded)).isEqualTo(Frames.comparable(frames));
  }

  @Test
  void whatIsClearedIsNotEncoded() {
    FrameEncoder encoder = new FrameEncoder();
    encoder.add(List.of(Frames.ofSize(1, 10)));
    encoder.clear();
    assertThat(encoder.isEmpty()).isTrue();
    ByteBuffer out = buffer(100);
    encoder.encode(out);
    assertThat(out.position()).isZero();
  }

  @Test
  void whatIsNoHeaderIsRefused() throws ProtocolException {
    String sound = "0000000000000000 0000000000000000 00000000 0000 02 00";
    decode(bytes(sound));
    for (String header :
        List.of(
            "00000000000000ff 0000000000000000 00000000 0000 02 00", // a negative length
            "0000000000000000 0000000000000000 000000ff 0000 02 00", // a negative table
            "0000000000000000 0000000000000000 00000000 0000 7f 00", // a kind that is unknown
            "0000000000000000 0000000000000000 00000000 0000 ff 00", // a negative kind
            "0000000000000000 0000000000000000 00000000 0000 02 01")) { // the reserved byte
      assertThatThrownBy(() -> decode(bytes(header)))
          .as(header)
          .isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void anAnnouncedLengthTakesNoMemory() {
    String header = "ffffffffffffff7f 0000000000000000 00000000 0000 02 00";
    long allocated =
        Allocation.of(
            () -> {
              try {
                decode(bytes(header + BODY));
              } catch (ProtocolException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(allocated).isLessThan(128 << 10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void arbitraryBytesAreFramesOrARefusal(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      byte[] garbage = new byte[random.nextInt(100)];
      random.nextBytes(garbage);
      for (int i = 2; i < 8 && i < garbage.length; i++) {
        garbage[i] = 0; // else nearly every length would be beyond reach
      }
      List<Frame> whole = new ArrayList<>();
      try {
        new FrameDecoder().decode(ByteBuffer.wrap(garbage).order(ByteOrder.LITTLE_ENDIAN), whole);
        long taken = whole.stream().mapToLong(f -> FrameHeader.SIZE + f.body().size()).sum();
        assertThat(taken).isLessThanOrEqualTo(garbage.length);
      } catch (ProtocolException e) {
        assertThat(e).hasMessageContaining("frame");
      }
    }
  }
}
