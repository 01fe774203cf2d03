package dev.brood;

import org.jspecify.annotations.Nullable;

/**
 * One invocation of a {@link Parallel} method, described but not yet run: the method and its
 * arguments.
 *
 * <p>A call is data. The same call may be given to any {@link Pool}, in child JVMs or inline, and
 * may be run again. It holds its arguments by reference until a pool takes it: {@link Pool#submit}
 * and {@link Pool#call} encode them on the calling thread before they return, so that later changes
 * to an argument do not reach the worker.
 *
 * <p>Calls come from the generated factories, for example {@code
 * RangesParallel.howManyWithinRange(row, 4, 8)}. They are immutable as far as their arguments are.
 *
 * @param <R> the method's result; {@link Void} for a method without one
 */
public abstract class Call<R extends @Nullable Object> {
  /** For the library's own base class of generated calls. */
  protected Call() {}

  /**
   * The method that this call would run, as {@code package.Type.method(parameter types)}, for
   * messages and logs.
   */
  public abstract String method();

  /** The same call with other options. */
  public abstract Call<R> with(CallOptions options);

  /** How the call is to be run. */
  public abstract CallOptions options();

  /** The method, without the arguments: they may be large or private. */
  @Override
  public final String toString() {
    return "Call of " + method();
  }
}
