package shop;

/** A checked exception of the module's own. */
final class SoldOutException extends Exception {
  private static final long serialVersionUID = 1L;

  SoldOutException(String message) {
    super(message);
  }
}
