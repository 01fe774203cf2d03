package bad.other;

public class Outside extends Exception {
  private static final long serialVersionUID = 1L;

  Outside(String message) {
    super(message);
  }

  protected Outside() {}
}
