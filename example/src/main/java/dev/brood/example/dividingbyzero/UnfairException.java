package dev.brood.example.dividingbyzero;

/** Sweets are left over. A method that declares it gives it back with its type. */
final class UnfairException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfairException(String message) {
    super(message);
  }
}
