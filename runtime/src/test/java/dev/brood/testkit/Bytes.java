package dev.brood.testkit;

import dev.brood.wire.Payload;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Payloads as tests like to make and to see them. */
public final class Bytes {
  private static final HexFormat HEX = HexFormat.of();

  private Bytes() {}

  /** What the writing gives, as hexadecimal digits. */
  public static String hex(Consumer<WireWriter> writing) {
    return HEX.formatHex(payload(writing).toByteArray());
  }

  /** What the writing gives. */
  public static Payload payload(Consumer<WireWriter> writing) {
    WireWriter out = new WireWriter();
    writing.accept(out);
    return out.toPayload();
  }

  /** A reader of the bytes that these hexadecimal digits stand for; blanks are for the eye. */
  public static WireReader reader(String hex) {
    return new WireReader(whole(HEX.parseHex(hex.replace(" ", ""))));
  }

  /** The bytes in one piece. */
  public static Payload whole(byte[] bytes) {
    return new Payload(List.of(bytes), bytes.length);
  }

  /** The first bytes of a payload, in one piece. */
  public static Payload truncated(Payload payload, int length) {
    return new Payload(List.of(payload.toByteArray()), length);
  }

  /** The same bytes in other pieces, some of them empty, the last one with room to spare. */
  public static Payload recut(Payload payload, Random random) {
    byte[] all = payload.toByteArray();
    List<byte[]> pieces = new ArrayList<>();
    int at = 0;
    while (at < all.length) {
      int bound = random.nextInt(4) == 0 ? all.length : 12;
      int length = Math.min(all.length - at, random.nextInt(bound));
      byte[] piece = new byte[length];
      System.arraycopy(all, at, piece, 0, length);
      pieces.add(piece);
      at += length;
    }
    int lastLength = pieces.isEmpty() ? 0 : pieces.remove(pieces.size() - 1).length;
    byte[] last = new byte[lastLength + random.nextInt(9)];
    System.arraycopy(all, all.length - lastLength, last, 0, lastLength);
    pieces.add(last);
    return new Payload(pieces, lastLength);
  }
}
