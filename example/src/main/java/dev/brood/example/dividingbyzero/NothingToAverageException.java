package dev.brood.example.dividingbyzero;

/** There are no values. No method declares it, so callers elsewhere learn of it in words. */
final class NothingToAverageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NothingToAverageException(String message, Throwable cause) {
    super(message, cause);
  }
}
