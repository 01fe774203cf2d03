package bad;

import bad.other.Outside;
import dev.brood.Parallel;
import java.io.IOException;

final class UnbuildableException {
  static final class Numbered extends Exception {
    private static final long serialVersionUID = 1L;

    Numbered(int number) {
      super("number " + number);
    }

    private Numbered(String message) {
      super(message);
    }

    Numbered() throws IOException {
      throw new IOException();
    }
  }

  @Parallel
  static void numbered() throws Numbered, Outside {}
  //          ^ BROOD-251: numbered() throws bad.UnbuildableException.Numbered, which cannot be built on the caller's side. Give it a constructor that takes (String, Throwable), (String), (Throwable) or nothing, that the package bad can call, and that throws no checked exception.
  //          ^ BROOD-251: numbered() throws bad.other.Outside, which cannot be built on the caller's side. Give it a constructor that takes (String, Throwable), (String), (Throwable) or nothing, that the package bad can call, and that throws no checked exception.
}
