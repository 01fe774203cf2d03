package dev.brood.internal.channel;

import dev.brood.wire.Payload;

/**
 * One message between a pool and a worker.
 *
 * @param kind what it says
 * @param sequence for a call and its outcome, the call's number on this channel, from 0
 * @param table for a table and for calls of its methods, the table's number in the pool, from 0
 * @param method for a call, the method's index in its table
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
    OUTCOME(3);

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

  /** A call of a method. */
  public static Frame call(long sequence, int table, int method, Payload arguments) {
    return new Frame(Kind.CALL, sequence, table, method, arguments);
  }

  /** The answer to a call. */
  public static Frame outcome(long sequence, Payload envelope) {
    return new Frame(Kind.OUTCOME, sequence, 0, 0, envelope);
  }
}
