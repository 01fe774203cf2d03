package dev.brood.wire;

import dev.brood.Service;
import dev.brood.WireException;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A service with its encoded constructor arguments: the base class of the generated type {@code
 * Instance}.
 *
 * @param <T> the class of the object
 */
public abstract class WireService<T> extends Service<T> {
  private final EntryPoints entryPoints;
  private final int index;
  private final String constructor;
  private final Payload arguments;

  /**
   * Creates a service and encodes its arguments.
   *
   * @param entryPoints the table that holds the constructor
   * @param index the constructor's place in it
   * @param constructor the constructor as {@code package.Type(parameter types)}
   * @param arguments writes the arguments in the order of the parameters
   * @throws WireException if an argument cannot be encoded
   */
  protected WireService(
      EntryPoints entryPoints, int index, String constructor, Consumer<WireWriter> arguments) {
    this.entryPoints = Objects.requireNonNull(entryPoints);
    this.index = index;
    this.constructor = constructor;
    WireWriter out = new WireWriter();
    try {
      arguments.accept(out);
    } catch (RuntimeException | StackOverflowError e) {
      throw new WireException(constructor + ": its arguments could not be encoded: " + e, e);
    }
    this.arguments = out.toPayload();
  }

  /** The table that holds the constructor and the methods. */
  public final EntryPoints entryPoints() {
    return entryPoints;
  }

  /** The constructor's place in the table. */
  public final int index() {
    return index;
  }

  @Override
  public final String constructor() {
    return constructor;
  }

  /** The constructor's arguments. */
  public final Payload arguments() {
    return arguments;
  }
}
