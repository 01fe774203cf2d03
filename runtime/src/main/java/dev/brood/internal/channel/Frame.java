package dev.brood.internal.channel;

import dev.brood.wire.Payload;

/**
 * One message between a pool and a worker. Calls go down, and outcomes come up. A call that makes
 * calls sends them up in the same way, with numbers of the worker's own, and gets their outcomes
 * down.
 *
 * @param kind what it says
 * @param sequence for a call and its outcome, the call's number on this channel, from 0; for a
 *     service, the number of its table
 * @param table for a table and for calls of its methods, its number in the pool, from 0; for a
 *     service and for calls of its methods, its number on this channel, from 0
 * @param method for a call, the method's index in its table; for a service, its constructor's
 * @param body the rest: arguments, an outcome, a table's name
 */
public record Frame(Kind kind, long sequence, int table, int method, Payload body) {

  /** What a frame says. Its code is what travels, and its place here. */
  public enum Kind {
    /** Worker to pool, first of all: that it is ready, and which protocol it speaks. */
    HELLO(0),
    /** Either way: from here on, calls may name this table of entry points by its number. */
    TABLE(1),
    /** Either way: run a method. */
    CALL(2),
    /** Either way: what became of a call. To the pool they come in the order of its calls. */
    OUTCOME(3),
    /** Either way: from here on, calls may name this service by its number. */
    SERVICE(4),
    /** Either way: run a method of a service; the number of the service stands for a table. */
    SERVICE_CALL(5),
    /** Either way: what goes with the next call beside its arguments. */
    TERMS(6),
    /** Pool to worker: interrupt that call if it is running. */
    INTERRUPT(7),
    /** Pool to worker: tell what that call is doing. */
    DUMP(8),
    /** Worker to pool: the stack of that call; empty if it is not running. Follows each DUMP. */
    STACK(9),
    /**
     * Either way: so many of the next calls belong together. The last of them, which comes without
     * arguments, combines the results of the others.
     */
    FOLD(10),
    /** Worker to pool: the answer to that call is not wanted any more. */
    CANCEL(11),
    /** Pool to worker: there is no answer to that call, and why. */
    LOSS(12),
    /** Either way: no more calls name this service. From here on its number may be another's. */
    FORGET(13),
    /**
     * Pool to worker: run a method several times. The calls have numbers that follow each other,
     * and their arguments are {@link Bodies}.
     */
    CALLS(14),
    /** As CALLS, for a method of a service. */
    SERVICE_CALLS(15),
    /** Worker to pool: what became of calls whose numbers follow each other, as {@link Bodies}. */
    OUTCOMES(16);

    private static final Kind[] ALL = values();

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    byte code() {
      return code;
    }

    /** Whether a frame names a service where others name a table. */
    public boolean isOfService() {
      return this == SERVICE_CALL || this == SERVICE_CALLS;
    }

    static Kind of(byte code) throws ProtocolException {
      if (code < 0 || code >= ALL.length) {
        throw new ProtocolException("no frame has the kind " + code);
      }
      return ALL[code];
    }
  }

  /** The introduction of a service, whose table has been introduced before. */
  public static Frame service(int service, int table, int constructor, Payload arguments) {
    return new Frame(Kind.SERVICE, table, service, constructor, arguments);
  }

  /** There will be no more calls of a service's methods. */
  public static Frame forget(int service) {
    return new Frame(Kind.FORGET, 0, service, 0, Payload.EMPTY);
  }

  /** A call of a static method. */
  public static Frame call(long sequence, int table, int method, Payload arguments) {
    return new Frame(Kind.CALL, sequence, table, method, arguments);
  }

  /** A call of a service's method. */
  public static Frame serviceCall(long sequence, int service, int method, Payload arguments) {
    return new Frame(Kind.SERVICE_CALL, sequence, service, method, arguments);
  }

  /**
   * Calls of one method.
   *
   * @param sequence of the first of them
   */
  public static Frame calls(long sequence, int table, int method, Bodies arguments) {
    return new Frame(Kind.CALLS, sequence, table, method, arguments.join());
  }

  /**
   * Calls of one method of a service.
   *
   * @param sequence of the first of them
   */
  public static Frame serviceCalls(long sequence, int service, int method, Bodies arguments) {
    return new Frame(Kind.SERVICE_CALLS, sequence, service, method, arguments.join());
  }

  /**
   * The answers to neighbouring calls.
   *
   * @param sequence of the first of them
   */
  public static Frame outcomes(long sequence, Bodies envelopes) {
    return new Frame(Kind.OUTCOMES, sequence, 0, 0, envelopes.join());
  }

  /** The answer to a call. */
  public static Frame outcome(long sequence, Payload envelope) {
    return new Frame(Kind.OUTCOME, sequence, 0, 0, envelope);
  }

  /** What goes with the next call. */
  public static Frame terms(Payload terms) {
    return new Frame(Kind.TERMS, 0, 0, 0, terms);
  }

  /** The next {@code count} calls belong together; the last combines the results of the others. */
  public static Frame fold(long sequence, int count) {
    return new Frame(Kind.FOLD, sequence, count, 0, Payload.EMPTY);
  }

  /** A message about a call that says nothing more: INTERRUPT, DUMP or CANCEL. */
  public static Frame about(Kind kind, long sequence) {
    return new Frame(kind, sequence, 0, 0, Payload.EMPTY);
  }

  /** What a call is doing. */
  public static Frame stack(long sequence, Payload frames) {
    return new Frame(Kind.STACK, sequence, 0, 0, frames);
  }

  /** There is no answer to a call. */
  public static Frame loss(long sequence, Payload loss) {
    return new Frame(Kind.LOSS, sequence, 0, 0, loss);
  }
}
