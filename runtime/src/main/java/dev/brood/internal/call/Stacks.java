package dev.brood.internal.call;

import dev.brood.WireException;
import dev.brood.wire.Payload;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.Arrays;

/** The stack of a thread, as bytes. */
public final class Stacks {
  private static final int MAX_FRAMES = 1024;

  private Stacks() {}

  /** Writes frames, innermost first. Those from the {@link Invoker} downward are left out. */
  public static Payload write(StackTraceElement[] frames) {
    int count = 0;
    while (count < frames.length
        && count < MAX_FRAMES
        && !frames[count].getClassName().equals(Invoker.class.getName())) {
      count++;
    }
    WireWriter out = new WireWriter();
    out.begin(count);
    for (StackTraceElement frame : Arrays.copyOf(frames, count)) {
      out.writeString(frame.getClassName());
      out.writeString(frame.getMethodName());
      out.writeString(frame.getFileName());
      out.writeInt(frame.getLineNumber());
    }
    out.end();
    return out.toPayload();
  }

  /**
   * Reads frames.
   *
   * @throws WireException if they are malformed
   */
  public static StackTraceElement[] read(Payload payload) {
    WireReader in = new WireReader(payload);
    int count = in.beginSized();
    if (count < 0 || count > MAX_FRAMES) {
      throw new WireException("malformed: " + count + " stack frames");
    }
    StackTraceElement[] frames = new StackTraceElement[count];
    for (int i = 0; i < count; i++) {
      String type = String.valueOf(in.readString());
      String method = String.valueOf(in.readString());
      String file = in.readString();
      frames[i] = new StackTraceElement(type, method, file, in.readInt());
    }
    in.end();
    in.expectEnd();
    return frames;
  }
}
