package dev.brood.wire;

import dev.brood.WireException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The methods of one class that a worker may run, by index. Generated for each class with {@link
 * dev.brood.Parallel} methods, as a nested class that registers its only instance while it is being
 * initialised:
 *
 * <pre>{@code
 * static final class Worker extends EntryPoints {
 *   static final Worker TABLE = new Worker();
 *   static { register(TABLE); }
 *   …
 * }
 * }</pre>
 *
 * <p>A worker finds the table by the name of that nested class, which only the parent may name, and
 * without reflection: initialising a class needs no access to its package. So a named module need
 * not open anything.
 */
public abstract class EntryPoints {
  /** A slot per class rather than a map, so that a class loader can be collected. */
  private static final ClassValue<AtomicReference<EntryPoints>> REGISTERED =
      new ClassValue<>() {
        @Override
        protected AtomicReference<EntryPoints> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private final long fingerprint;
  private final String[] methods;

  /**
   * Creates a table.
   *
   * @param fingerprint a digest of the methods and of the shape of every type that travels through
   *     them; parent and worker must agree on it
   * @param methods the methods in the order of their indices, as {@code package.Type.method(types)}
   */
  protected EntryPoints(long fingerprint, String... methods) {
    this.fingerprint = fingerprint;
    this.methods = methods.clone();
  }

  /** Makes a table known to {@link #load}. Called once, by the table's own static initialiser. */
  protected static void register(EntryPoints table) {
    REGISTERED.get(table.getClass()).set(table);
  }

  /**
   * Finds a table by its class's name. The class is initialised only after it has been seen to be a
   * table.
   *
   * @throws WireException if there is no such class, or if it is not a table
   */
  public static EntryPoints load(String className, @Nullable ClassLoader loader) {
    try {
      Class<?> type = Class.forName(className, false, loader);
      if (!EntryPoints.class.isAssignableFrom(type)) {
        throw new WireException(className + " is not a table of entry points");
      }
      Class.forName(className, true, loader);
      EntryPoints table = REGISTERED.get(type).get();
      if (table == null) {
        throw new WireException(className + " has not registered itself");
      }
      return table;
    } catch (ClassNotFoundException | LinkageError e) {
      throw new WireException(
          "the worker cannot load "
              + className
              + ": is it on the worker's class path, compiled with Brood's annotation processor?",
          e);
    }
  }

  /** The name by which {@link #load} finds this table. */
  public final String className() {
    return getClass().getName();
  }

  /** A digest of the methods and of the shape of every type that travels through them. */
  public final long fingerprint() {
    return fingerprint;
  }

  /** How many methods there are; valid indices are below. */
  public final int methodCount() {
    return methods.length;
  }

  /** A method as {@code package.Type.method(parameter types)}, for messages. */
  public final String method(int index) {
    return methods[index];
  }

  /**
   * Whether a method may be run again after it may have started, as {@link
   * dev.brood.Parallel#idempotent} says.
   */
  public boolean isIdempotent(int index) {
    return false;
  }

  /**
   * A digest of how a method's result is encoded; 0 if it has none. Where it equals the {@link
   * #foldShape} of another method, that one can read the encoded result as either of its arguments.
   */
  public long resultShape(int index) {
    return 0;
  }

  /**
   * For a method of two parameters that are encoded alike, and as its own result is, the digest of
   * that encoding; 0 for every other method.
   */
  public long foldShape(int index) {
    return 0;
  }

  /**
   * Reads the arguments, runs the method and writes its result.
   *
   * @param index which method, from 0 up to {@link #methodCount()}
   * @throws Throwable whatever the method throws
   */
  public abstract void invoke(int index, Invocation invocation) throws Throwable;

  /**
   * Reads the arguments of a service's constructor and calls it.
   *
   * @param index which constructor, from 0
   * @return the new object
   * @throws Throwable whatever the constructor throws
   */
  public Object construct(int index, Invocation invocation) throws Throwable {
    throw new WireException(className() + " has no constructor " + index);
  }

  /** What generated code throws for an index that is not in the table. */
  protected final WireException unknown(int index) {
    return new WireException(className() + " has no method " + index);
  }
}
