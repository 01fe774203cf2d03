package demo;

import dev.brood.Parallel;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Exceptions with each kind of constructor. */
public final class Throwing {
  private Throwing() {}

  public static class WithBoth extends Exception {
    private static final long serialVersionUID = 1L;

    public WithBoth(String message) {
      super(message);
    }

    public WithBoth(String message, Throwable cause) {
      super(message, cause);
    }
  }

  public static class WithMessage extends Exception {
    private static final long serialVersionUID = 1L;

    WithMessage(String message) {
      super(message);
    }
  }

  public static class WithCause extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected WithCause(Throwable cause) {
      super(cause);
    }
  }

  public static class WithNothing extends Exception {
    private static final long serialVersionUID = 1L;
  }

  public abstract static class Abstract extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Parallel
  public static int jdk(int x)
      throws IOException, InterruptedException, TimeoutException, ExecutionException {
    return x;
  }

  @Parallel
  public static void own()
      throws WithBoth, WithMessage, WithCause, WithNothing, Abstract, WithBoth {}

  @Parallel
  public static void onlyAbstract() throws Abstract {}
}
