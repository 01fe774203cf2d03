package dev.brood.internal.call;

import dev.brood.wire.WireWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a throwable with its causes, suppressed exceptions and stack frames, for {@link
 * ThrowableReader}. What it asks of the throwable is user code, so each question may fail; chains
 * may be endless or circular, so there is a limit to everything.
 *
 * <pre>
 * throwable: type name | supertypes | message | frames | cause? | suppressed
 * supertypes: size, then the names of the classes above, nearest first, up to the general ones
 * frames:    size, then class, method, file, line for each
 * </pre>
 */
final class ThrowableWriter {
  static final int MAX_THROWABLES = 100;
  static final int MAX_SUPERTYPES = 16;
  static final int MAX_MESSAGE = 1 << 20;

  private static final String LEFT_OUT = "left out here: the chain is circular or too long";
  static final StackTraceElement[] NO_FRAMES = {};

  private static final Set<Class<?>> GENERAL =
      Set.of(Throwable.class, Exception.class, RuntimeException.class, Error.class);

  private final String tableName;
  private final Set<Throwable> written = Collections.newSetFromMap(new IdentityHashMap<>());

  /** How many more may be announced, the first one being so already. */
  private int left = MAX_THROWABLES - 1;

  /**
   * Creates a writer for one throwable.
   *
   * @param tableName the class of the entry point; frames from there downward are left out
   */
  ThrowableWriter(String tableName) {
    this.tableName = tableName;
  }

  void write(WireWriter out, Throwable throwable) {
    String typeName = throwable.getClass().getName();
    if (!written.add(throwable)) {
      writeInWords(out, typeName, LEFT_OUT);
      return;
    }
    out.writeString(typeName);
    writeSupertypes(out, throwable.getClass().getSuperclass());
    out.writeString(message(throwable));
    // What lies below the entry point in a worker's stack is of no use to anybody.
    Stacks.write(out, ask(throwable::getStackTrace, NO_FRAMES), tableName);
    Throwable cause = ask(throwable::getCause, null);
    if (out.begin(cause) && cause != null) {
      writeCause(out, cause);
      out.end();
    }
    Throwable[] suppressed = throwable.getSuppressed();
    int count = Math.min(suppressed.length, left);
    left -= count;
    out.begin(count);
    for (int i = 0; i < count; i++) {
      write(out, suppressed[i]);
    }
    out.end();
  }

  private void writeCause(WireWriter out, Throwable cause) {
    if (left == 0) {
      writeInWords(out, cause.getClass().getName(), LEFT_OUT);
    } else {
      left--;
      write(out, cause);
    }
  }

  static void writeInWords(WireWriter out, String typeName, String message) {
    out.writeString(typeName);
    out.writeSize(0);
    out.writeString(message);
    out.writeSize(0);
    out.writeNull();
    out.writeSize(0);
  }

  private static <T extends @Nullable Object> T ask(Supplier<T> question, T otherwise) {
    try {
      return question.get();
    } catch (Throwable ignored) {
      return otherwise;
    }
  }

  private static @Nullable String message(Throwable throwable) {
    String message = ask(throwable::getMessage, "(the exception's getMessage failed)");
    return message == null || message.length() <= MAX_MESSAGE
        ? message
        : message.substring(0, MAX_MESSAGE) + "…";
  }

  /** A method may declare one of them, and throw what is below it. */
  private static void writeSupertypes(WireWriter out, @Nullable Class<?> nearest) {
    List<String> names = new ArrayList<>();
    for (Class<?> type = nearest;
        type != null && !GENERAL.contains(type) && names.size() < MAX_SUPERTYPES;
        type = type.getSuperclass()) {
      names.add(type.getName());
    }
    out.begin(names.size());
    names.forEach(out::writeString);
    out.end();
  }
}
