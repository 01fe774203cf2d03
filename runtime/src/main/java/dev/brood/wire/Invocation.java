package dev.brood.wire;

/**
 * One run of an entry point in a worker, as generated code sees it. It calls {@link #arguments},
 * {@link #begin} and {@link #result} in this order, each once, so that a failure can be told by its
 * station: decoding the arguments, running the method, or encoding the result.
 */
public interface Invocation {
  /** Where the arguments are read from, in the order of the parameters. */
  WireReader arguments();

  /**
   * The object whose method runs.
   *
   * @throws IllegalStateException if the method belongs to no service
   */
  Object instance();

  /**
   * Says that every argument has been read and that the method itself runs from here on.
   *
   * @throws dev.brood.WireException if bytes are left over
   */
  void begin();

  /** Says that the method has returned, and gives the place to write its result to. */
  WireWriter result();
}
