package dev.brood.internal.channel;

import dev.brood.fixtures.Bytes;
import dev.brood.wire.Payload;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Frames as tests like to make and to compare them. */
final class Frames {
  private Frames() {}

  /** An outcome whose body is that many bytes. */
  static Frame ofSize(long sequence, int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) sequence);
    return Frame.outcome(sequence, Bytes.payload(out -> out.writeByteArray(bytes)));
  }

  static List<Frame> random(Random random, int count) {
    List<Frame> frames = new ArrayList<>();
    List<Frame.Kind> kinds = new ArrayList<>(List.of(Frame.Kind.values()));
    kinds.remove(Frame.Kind.OUTCOMES); // its body is of a form of its own
    for (int i = 0; i < count; i++) {
      byte[] body = new byte[random.nextInt(random.nextInt(10) == 0 ? 200_000 : 100)];
      random.nextBytes(body);
      Payload payload = Bytes.recut(Bytes.whole(body), random);
      frames.add(
          new Frame(
              kinds.get(random.nextInt(kinds.size())),
              random.nextLong(),
              random.nextInt(Integer.MAX_VALUE),
              random.nextInt(1 << 16),
              payload));
    }
    return frames;
  }

  /** The same frames, each outcome by itself. */
  static List<Frame> apart(List<Frame> frames) throws ProtocolException {
    List<Frame> all = new ArrayList<>();
    for (Frame frame : frames) {
      if (frame.kind() == Frame.Kind.OUTCOMES) {
        Bodies envelopes = Bodies.of(frame.body());
        for (int i = 0; i < envelopes.count(); i++) {
          all.add(Frame.outcome(frame.sequence() + i, envelopes.body(i)));
        }
      } else {
        all.add(frame);
      }
    }
    return all;
  }

  /** The same frames with bodies that compare by their bytes. */
  static List<List<Object>> comparable(List<Frame> frames) {
    return frames.stream()
        .map(
            frame ->
                List.<Object>of(
                    frame.kind(),
                    frame.sequence(),
                    frame.table(),
                    frame.method(),
                    ByteBuffer.wrap(frame.body().toByteArray())))
        .toList();
  }
}
