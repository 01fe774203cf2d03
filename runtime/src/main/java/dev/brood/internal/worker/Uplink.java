package dev.brood.internal.worker;

import dev.brood.internal.channel.Frame;
import java.util.List;

/** The way from a call that runs in a worker back to the pool: for the calls that it makes. */
public interface Uplink {

  /** Sends frames to the pool; does not wait. Thread-safe. */
  void send(List<Frame> frames);

  /** The number of the call that is running; negative if none is. Thread-safe. */
  long running();

  /** Says that answers are awaited from here on. Thread-safe. */
  void listen();

  /** Who is told what comes back. */
  interface Receiver {
    /** Whether any answer is awaited. */
    boolean isWaiting();

    /** An OUTCOME or a LOSS has come. Called on a thread that moves data. */
    void answered(Frame frame);

    /** The call that runs here has ended; what it is waiting for will not come any more. */
    void callEnded();
  }
}
