package dev.brood;

/**
 * An object that lives in every worker: which class it is of, and with which arguments its
 * constructor is called there. Where {@link Parallel} stands on a class, the generated {@code
 * XParallel} has a nested type for it:
 *
 * <pre>{@code
 * var counter = new CounterParallel.Instance(100);      // in each worker: new Counter(100)
 * CounterParallel.blocking(pool, counter).increment();
 * }</pre>
 *
 * <p>Each worker builds its instance when it runs the first call for it, from the arguments as they
 * were when the first call was submitted to the pool, and keeps it as long as it may be called;
 * then, if it is {@link AutoCloseable}, it is closed. That is when the worker ends, or earlier,
 * some time after the last reference to the service has gone: the program's own, those of calls and
 * proxies, and those of calls on their way. So a service may be made for a single call. Its calls
 * run one at a time. If the constructor fails, every call for it fails in that worker, with the
 * same cause, which the worker logs once.
 *
 * <p>A service has an identity: two of them with equal arguments are two objects in each worker.
 *
 * @param <T> the class of the object
 */
public abstract class Service<T> {
  /** For the library's own base class of generated services. */
  protected Service() {}

  /** The constructor that workers call, as {@code package.Type(parameter types)}, for messages. */
  public abstract String constructor();

  /** The constructor, without the arguments: they may be large or private. */
  @Override
  public final String toString() {
    return "Service " + constructor();
  }
}
