package dev.brood.internal.call;

import dev.brood.ServiceException;
import dev.brood.WireException;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call: the method's result, or the failure that stands in its place. One may be
 * used for many calls, one after the other; for one thread at a time.
 */
public final class Outcome<R extends @Nullable Object> {
  private @Nullable R value;
  private @Nullable Throwable failure;

  /** Nothing is known yet. */
  public Outcome() {}

  /** Whether the envelope says that the method has returned. Looks at one byte only. */
  public static boolean hasReturned(Payload envelope) {
    return envelope.size() > 0 && isOfReturned(envelope.piece(0)[0]);
  }

  /** Whether an envelope that begins so says that the method has returned. */
  public static boolean isOfReturned(byte first) {
    return first == Station.RETURNED.code();
  }

  /**
   * Opens an envelope. This runs user code, such as the constructors of records, so it is called on
   * a thread that moves no data.
   *
   * @param call the call that is answered
   * @param envelope what the {@link Invoker} made
   * @param worker a stack frame that stands for the worker
   */
  public static <R extends @Nullable Object> Outcome<R> open(
      WireCall<R> call, Payload envelope, StackTraceElement worker) {
    Outcome<R> outcome = new Outcome<>();
    outcome.read(call, new WireReader(envelope), worker);
    return outcome;
  }

  /**
   * Opens an envelope, as {@link #open} does; what was known before is forgotten.
   *
   * @param in at the beginning of the envelope
   */
  public void read(WireCall<R> call, WireReader in, StackTraceElement worker) {
    value = null;
    failure = null;
    try {
      Station station = Station.of(in.readByte());
      if (station == Station.RETURNED) {
        R result = call.readResult(in);
        in.expectEnd();
        value = result;
      } else {
        Throwable thrown = new ThrowableReader(call, worker).read(in);
        in.expectEnd();
        failure = failure(call, station, thrown);
      }
    } catch (Throwable e) {
      failure =
          e instanceof VirtualMachineError && !(e instanceof StackOverflowError)
              ? e
              : new WireException(
                  call.method() + ": its outcome could not be decoded: " + words(e), e);
    }
  }

  private static Throwable failure(WireCall<?> call, Station station, Throwable thrown) {
    if (station == Station.THREW) {
      return thrown;
    }
    String message = call.method() + ": " + station.words() + ": " + words(thrown);
    return switch (station) {
      case CONSTRUCTOR -> new ServiceException(message, thrown);
      default -> new WireException(message, thrown);
    };
  }

  /** What a throwable says of itself, which is user code and may fail. */
  private static String words(Throwable thrown) {
    try {
      return thrown.toString();
    } catch (Throwable again) {
      return thrown.getClass().getName();
    }
  }

  /** An outcome without a value. */
  public static <R extends @Nullable Object> Outcome<R> failed(Throwable failure) {
    Outcome<R> outcome = new Outcome<>();
    outcome.failure = failure;
    return outcome;
  }

  /**
   * The exception that the method threw, or ours that tells what went wrong; null if nothing did.
   */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** The method's result; only to be asked for where there is no failure. */
  @SuppressWarnings("NullAway") // where R excludes null, a result is not null
  public R value() {
    return value;
  }
}
