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
   * @throws WireException if there is no such class, if it is for another Java, or if it is not a
   *     table
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
    } catch (UnsupportedClassVersionError e) {
      throw new WireException(
          "the worker, on Java "
              + Runtime.version().feature()
              + ", cannot load "
              + className
              + ": "
              + e.getMessage()
              + "; compile for that release, or have workers run on the Java that it is for",
          e);
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

  /**
   * Whether a method may be run again after it may have started, because running it twice is as
   * good as once. Overridden where that is so of any.
   */
  public boolean isIdempotent(int index) {
    return false;
  }

  /**
   * A digest of the bytes that a method's result makes. Where two are equal and not 0, what the one
   * method writes as its result can be read as the other's, whichever tables they are in.
   * Overridden where any method has a result.
   *
   * @return 0 if the method has no result, or if nothing is known
   */
  public long resultShape(int index) {
    return 0;
  }

  /**
   * Of a method that makes one value of two, both of which are of the same shape as its result:
   * that shape. Where it equals another method's {@link #resultShape}, what that one writes as its
   * result can be read as either of the two values. Overridden where there is such a method.
   *
   * @return 0 if the method is not of that kind, or if nothing is known
   */
  public long foldShape(int index) {
    return 0;
  }

  /** What generated code throws for an index that is not in the table. */
  protected final WireException unknown(int index) {
    return new WireException(className() + " has no method " + index);
  }
}
