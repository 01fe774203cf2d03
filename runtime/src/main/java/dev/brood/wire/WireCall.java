package dev.brood.wire;

import dev.brood.Call;
import dev.brood.CallOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that can write its own arguments and read its own result: the base class of what generated
 * factories return.
 *
 * @param <R> the method's result; {@link Void} for a method without one
 */
public abstract class WireCall<R extends @Nullable Object> extends Call<R> implements Cloneable {
  private final EntryPoints entryPoints;
  private final int index;
  private CallOptions options = CallOptions.none();

  /**
   * Creates a call.
   *
   * @param entryPoints the table that holds the method
   * @param index the method's place in it
   */
  protected WireCall(EntryPoints entryPoints, int index) {
    this.entryPoints = Objects.requireNonNull(entryPoints);
    this.index = Objects.checkIndex(index, entryPoints.methodCount());
  }

  /** The table that holds the method. */
  public final EntryPoints entryPoints() {
    return entryPoints;
  }

  /** The method's place in the table. */
  public final int index() {
    return index;
  }

  @Override
  public final String method() {
    return entryPoints.method(index);
  }

  @Override
  public final Call<R> with(CallOptions options) {
    try {
      @SuppressWarnings("unchecked") // a clone is of the same class
      WireCall<R> copy = (WireCall<R>) clone();
      copy.options = Objects.requireNonNull(options);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public final CallOptions options() {
    return options;
  }

  /** The service whose method this is; null for a static method. */
  public @Nullable WireService<?> service() {
    return null;
  }

  /** Writes the arguments in the order of the parameters. */
  public abstract void writeArguments(WireWriter out);

  /** Reads what the entry point has written as the method's result. */
  public abstract R readResult(WireReader in);

  /**
   * Builds an exception of a type that the method declares. Overridden where it declares any: the
   * name is compared with those known at compile time and never loaded.
   *
   * @param typeName the binary name of the exception's class, as the worker tells it
   * @param message its message
   * @param cause its cause
   * @return the exception, with its message and, where the type has a way to take it, its cause;
   *     null if the method declares no such type
   */
  public @Nullable Throwable newException(
      String typeName, @Nullable String message, @Nullable Throwable cause) {
    return null;
  }

  /**
   * Gives an exception a cause that its constructor could not take, for {@link #newException}. If
   * it has one already, the cause is kept among the suppressed exceptions.
   *
   * @return the exception
   */
  protected static <T extends Throwable> T withCause(T exception, @Nullable Throwable cause) {
    if (cause != null) {
      try {
        exception.initCause(cause);
      } catch (IllegalStateException e) {
        exception.addSuppressed(cause);
      }
    }
    return exception;
  }
}
