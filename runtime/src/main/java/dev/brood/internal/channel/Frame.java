package dev.brood.internal.channel;

import dev.brood.wire.Payload;

/**
 * One message between a pool and a worker.
 *
 * @param kind what it says
 * @param sequence for a call and its outcome, the call's number on this channel, from 0; for a
 *     service, the number of its table; for calls that are given back, the number of the first
 * @param table for a table or a service and for calls of its methods, its number in the pool, from
 *     0
 * @param method for a call, the method's index in its table; for a service, its constructor's
 * @param body the rest: arguments, an outcome, a table's name
 */
public record Frame(Kind kind, long sequence, int table, int method, Payload body) {

  /** What a frame says. Its code is what travels. */
  public enum Kind {
    /** Worker to pool, first of all: who it is, and the proof that it was started by this pool. */
    HELLO(0),
    /** Pool to worker: from here on, calls may name this table of entry points by its number. */
    TABLE(1),
    /** Pool to worker: run a method. */
    CALL(2),
    /** Worker to pool: what became of a call. Outcomes come in the order of the calls. */
    OUTCOME(3),
    /** Pool to worker: from here on, calls may name this service by its number. */
    SERVICE(4),
    /** Pool to worker: run a method of a service; the number of the service stands for a table. */
    SERVICE_CALL(5),
    /** Pool to worker: give back the calls that you have not begun. */
    TAKE_BACK(6),
    /**
     * Worker to pool: these calls will not be run here. Follows each TAKE_BACK, also if none is.
     */
    TAKEN(7);

    private static final Kind[] ALL = values();

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    byte code() {
      return code;
    }

    static Kind of(byte code) throws ProtocolException {
      for (Kind kind : ALL) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new ProtocolException("no frame has the kind " + code);
    }
  }

  /** The introduction of a service, whose table has been introduced before. */
  public static Frame service(int service, int table, int constructor, Payload arguments) {
    return new Frame(Kind.SERVICE, table, service, constructor, arguments);
  }

  /** A call of a static method. */
  public static Frame call(long sequence, int table, int method, Payload arguments) {
    return new Frame(Kind.CALL, sequence, table, method, arguments);
  }

  /** A call of a service's method. */
  public static Frame serviceCall(long sequence, int service, int method, Payload arguments) {
    return new Frame(Kind.SERVICE_CALL, sequence, service, method, arguments);
  }

  /** A worker is to give back what it has not begun. */
  public static Frame takeBack() {
    return new Frame(Kind.TAKE_BACK, 0, 0, 0, Payload.EMPTY);
  }

  /** A worker gives back so many calls, beginning with that number. */
  public static Frame taken(long first, int count) {
    return new Frame(Kind.TAKEN, first, count, 0, Payload.EMPTY);
  }

  /** The answer to a call. */
  public static Frame outcome(long sequence, Payload envelope) {
    return new Frame(Kind.OUTCOME, sequence, 0, 0, envelope);
  }
}
