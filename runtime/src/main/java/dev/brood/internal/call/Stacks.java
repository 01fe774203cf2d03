package dev.brood.internal.call;

import dev.brood.WireException;
import dev.brood.wire.Payload;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;

/** The stack of a thread, as bytes. */
public final class Stacks {
  static final int MAX_FRAMES = 1024;

  private Stacks() {}

  /** Writes frames, innermost first. Those from the {@link Invoker} downward are left out. */
  public static Payload write(StackTraceElement[] frames) {
    WireWriter out = new WireWriter();
    write(out, frames, Invoker.class.getName());
    return out.toPayload();
  }

  /**
   * Writes frames, innermost first, down to the first one of the class named, which is left out.
   */
  static void write(WireWriter out, StackTraceElement[] frames, String bottom) {
    int count = 0;
    while (count < frames.length
        && count < MAX_FRAMES
        && !frames[count].getClassName().equals(bottom)) {
      count++;
    }
    out.begin(count);
    for (int i = 0; i < count; i++) {
      out.writeString(frames[i].getClassName());
      out.writeString(frames[i].getMethodName());
      out.writeString(frames[i].getFileName());
      out.writeInt(frames[i].getLineNumber());
    }
    out.end();
  }

  /**
   * Reads frames.
   *
   * @throws WireException if they are malformed
   */
  public static StackTraceElement[] read(Payload payload) {
    WireReader in = new WireReader(payload);
    StackTraceElement[] frames = read(in);
    in.expectEnd();
    return frames;
  }

  /**
   * Reads frames, after which more may follow.
   *
   * @throws WireException if they are malformed
   */
  static StackTraceElement[] read(WireReader in) {
    int count = in.beginSized();
    if (count < 0 || count > MAX_FRAMES) {
      throw new WireException("malformed: " + count + " stack frames");
    }
    StackTraceElement[] frames = new StackTraceElement[count];
    for (int i = 0; i < count; i++) {
      String type = in.readString();
      String method = in.readString();
      String file = in.readString();
      frames[i] =
          new StackTraceElement(
              type == null ? "?" : type, method == null ? "?" : method, file, in.readInt());
    }
    in.end();
    return frames;
  }
}
