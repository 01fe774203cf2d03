package dev.brood.internal.worker;

import dev.brood.Pool;
import dev.brood.WireException;
import dev.brood.internal.channel.Frame;
import dev.brood.wire.EntryPoints;

/** What a {@link Server} is in: a JVM of its own, or a thread among others. */
public interface Environment {

  /** The worker's name, such as {@code pool-1 worker-2}. */
  String worker();

  /**
   * Finds the table that a frame introduces.
   *
   * @throws WireException if it is not there, or if its methods or types differ from the pool's
   */
  EntryPoints table(Frame introduction);

  /** Whether the worker has the process for itself. */
  boolean isProcess();

  /** The worker answers nothing any more, and ends by itself as soon as its services are closed. */
  void leave();

  /** The worker cannot go on: ends it at once. */
  void abort(Throwable reason);

  /** A pool for the calls of calls, and where their answers go. */
  record Inner(Pool pool, Uplink.Receiver receiver) {}

  /** Makes that pool; called when a call first asks for it. */
  Inner inner(Uplink uplink);
}
