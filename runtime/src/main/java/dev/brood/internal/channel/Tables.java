package dev.brood.internal.channel;

import dev.brood.WireException;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;

/** How a pool tells a worker which table of entry points goes by which number. */
public final class Tables {
  private Tables() {}

  /** The frame that introduces a table. */
  public static Frame toFrame(int number, String className, long fingerprint) {
    WireWriter out = new WireWriter();
    out.writeString(className);
    out.writeLong(fingerprint);
    return new Frame(Frame.Kind.TABLE, 0, number, 0, out.toPayload());
  }

  /** What the frame that introduces a table says of it. */
  public record Introduced(String className, long fingerprint) {}

  /**
   * Reads a frame that introduces a table.
   *
   * @throws WireException if it is malformed
   */
  public static Introduced read(Frame frame) {
    WireReader in = new WireReader(frame.body());
    Introduced introduced = new Introduced(String.valueOf(in.readString()), in.readLong());
    in.expectEnd();
    return introduced;
  }

  /**
   * Finds the table that a frame introduces.
   *
   * @throws WireException if it is not there, or if its methods or types differ from the pool's
   */
  public static EntryPoints load(Frame frame, ClassLoader loader) {
    Introduced introduced = read(frame);
    EntryPoints table = EntryPoints.load(introduced.className(), loader);
    if (table.fingerprint() != introduced.fingerprint()) {
      throw new WireException(
          introduced.className()
              + " is not the same in the pool and in the worker: its methods or the types that they"
              + " use differ; compile both from the same sources");
    }
    return table;
  }
}
