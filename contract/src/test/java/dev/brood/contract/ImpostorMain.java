package dev.brood.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * Takes the place of a worker, and does not greet as one. It knows where a worker would: two lines
 * on its standard input name the files that it shares with the pool, of which it writes the second.
 *
 * <pre>
 *   128  how many bytes have been put into the ring
 * 33792  the ring: length of the body, sequence, kind, and the body, which is a mark and a version
 * </pre>
 */
public final class ImpostorMain {
  /** As the first argument: it greets well, but in the protocol of another time. */
  static final String OLD = "old";

  /** As the first argument: it is no protocol at all. */
  static final String NONSENSE = "nonsense";

  /** The protocol that it speaks if it is old. */
  static final int VERSION = 99;

  private static final int MARK = 0x42524f44;
  private static final int WRITTEN = 128;
  private static final int RING = 33_792;

  private ImpostorMain() {}

  /** Greets, and stays until it is sent away. */
  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    String unusedRequest = in.readLine();
    Path reply = Path.of(in.readLine());
    ByteBuffer greeting = args[0].equals(OLD) ? old() : nonsense();
    ByteBuffer written = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    written.putLong(greeting.remaining()).flip();
    try (FileChannel file = FileChannel.open(reply, StandardOpenOption.WRITE)) {
      int unused = file.write(greeting, RING);
      int unusedToo = file.write(written, WRITTEN);
    }
    System.out.write(0); // the bell
    System.out.flush();
    long unused = in.transferTo(Writer.nullWriter());
  }

  private static ByteBuffer old() {
    ByteBuffer greeting = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    greeting.putLong(8).putLong(0).putLong(0).putInt(MARK).putInt(VERSION).flip();
    return greeting;
  }

  private static ByteBuffer nonsense() {
    byte[] bytes = new byte[4096];
    new Random(46).nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
