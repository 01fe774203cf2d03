package dev.brood.internal.call;

import dev.brood.RemoteMethodException;
import dev.brood.WireException;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    // Each that was announced may have one more, which stands in words for a cause left out.
    if (++read > ThrowableWriter.MAX_THROWABLES * 2) {
      throw new WireException("malformed: too many exceptions in one outcome");
    }
    String typeName = in.readString();
    if (typeName == null) {
      throw new WireException("malformed: an exception without a type");
    }
    List<String> supertypes = readSupertypes(in);
    String message = in.readString();
    StackTraceElement[] frames = readFrames(in);
    Throwable cause = null;
    if (in.begin()) {
      cause = read(in);
      in.end();
    }
    Throwable throwable = build(typeName, supertypes, message, cause);
    throwable.setStackTrace(frames);
    int suppressed = in.beginSized();
    for (int i = 0; i < suppressed; i++) {
      throwable.addSuppressed(read(in));
    }
    in.end();
    return throwable;
  }

  private Throwable build(
      String typeName,
      List<String> supertypes,
      @Nullable String message,
      @Nullable Throwable cause) {
    Throwable declared = call.newException(typeName, message, cause);
    if (declared != null) {
      return declared;
    }
    Throwable known = WellKnownThrowables.create(typeName, message, cause);
    if (known != null) {
      return known;
    }
    RemoteMethodException inWords = new RemoteMethodException(typeName, message, cause);
    for (String supertype : supertypes) {
      Throwable nearest = call.newException(supertype, inWords.getMessage(), cause);
      if (nearest != null) {
        return nearest; // what a caller who catches the declared type is waiting for
      }
    }
    return inWords;
  }

  private static List<String> readSupertypes(WireReader in) {
    int count = in.beginSized();
    if (count < 0 || count > ThrowableWriter.MAX_SUPERTYPES) {
      throw new WireException("malformed: " + count + " supertypes");
    }
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(String.valueOf(in.readString()));
    }
    in.end();
    return names;
  }

  private StackTraceElement[] readFrames(WireReader in) {
    StackTraceElement[] own = Stacks.read(in);
    if (own.length == 0 && read > 1) {
      return own;
    }
    StackTraceElement[] frames = Arrays.copyOf(own, own.length + 1);
    frames[own.length] = worker;
    return frames;
  }
}
