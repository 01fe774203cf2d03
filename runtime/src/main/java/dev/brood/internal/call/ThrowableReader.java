package dev.brood.internal.call;

import dev.brood.RemoteMethodException;
import dev.brood.WireException;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Builds the throwable that a {@link ThrowableWriter} described. A type that the method declares is
 * built by generated code, a common one of the JDK by {@link WellKnownThrowables}, and any other
 * becomes a {@link RemoteMethodException}. No class is ever loaded by a name that was read.
 */
final class ThrowableReader {
  private final WireCall<?> call;
  private final StackTraceElement worker;
  private int read;

  /**
   * Creates a reader for one throwable.
   *
   * @param call knows the exceptions that its method declares
   * @param worker a frame that tells where the stack changes from the worker to the caller
   */
  ThrowableReader(WireCall<?> call, StackTraceElement worker) {
    this.call = call;
    this.worker = worker;
  }

  Throwable read(WireReader in) {
    if (++read > ThrowableWriter.MAX_THROWABLES * 2) {
      throw new WireException("malformed: too many exceptions in one outcome");
    }
    String typeName = in.readString();
    if (typeName == null) {
      throw new WireException("malformed: an exception without a type");
    }
    String message = in.readString();
    StackTraceElement[] frames = readFrames(in);
    Throwable cause = null;
    if (in.begin()) {
      cause = read(in);
      in.end();
    }
    Throwable throwable = build(typeName, message, cause);
    throwable.setStackTrace(frames);
    int suppressed = in.beginSized();
    for (int i = 0; i < suppressed; i++) {
      throwable.addSuppressed(read(in));
    }
    in.end();
    return throwable;
  }

  private Throwable build(String typeName, @Nullable String message, @Nullable Throwable cause) {
    Throwable declared = call.newException(typeName, message, cause);
    if (declared != null) {
      return declared;
    }
    Throwable known = WellKnownThrowables.create(typeName, message, cause);
    return known != null ? known : new RemoteMethodException(typeName, message, cause);
  }

  private StackTraceElement[] readFrames(WireReader in) {
    int count = in.beginSized();
    if (count < 0 || count > ThrowableWriter.MAX_FRAMES) {
      throw new WireException("malformed: " + count + " stack frames");
    }
    StackTraceElement[] frames = new StackTraceElement[count + 1];
    for (int i = 0; i < count; i++) {
      String type = in.readString();
      String method = in.readString();
      String file = in.readString();
      frames[i] =
          new StackTraceElement(
              type == null ? "?" : type, method == null ? "?" : method, file, in.readInt());
    }
    in.end();
    frames[count] = worker;
    return count == 0 && read > 1 ? Arrays.copyOf(frames, 0) : frames;
  }
}
