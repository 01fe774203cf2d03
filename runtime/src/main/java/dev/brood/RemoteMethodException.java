package dev.brood;

import org.jspecify.annotations.Nullable;

/**
 * In words, an exception that a method threw in a worker and whose type is not known to the caller:
 * it is neither declared by the method nor one of the JDK's common ones. Its message, causes,
 * suppressed exceptions and stack frames are those of the original.
 */
public class RemoteMethodException extends BroodException {
  private static final long serialVersionUID = 1L;

  private final String typeName;

  /**
   * Creates an exception.
   *
   * @param typeName the binary name of the original's class
   * @param message the original's message
   * @param cause the original's cause
   */
  public RemoteMethodException(
      String typeName, @Nullable String message, @Nullable Throwable cause) {
    super(message == null ? typeName : typeName + ": " + message, cause);
    this.typeName = typeName;
  }

  /** The binary name of the original's class, such as {@code com.example.OrderException}. */
  public String typeName() {
    return typeName;
  }
}
