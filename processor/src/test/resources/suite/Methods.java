package suite;

import dev.brood.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Methods of other shapes than one value in and one out. */
public final class Methods {
  private Methods() {}

  /** What {@link #record} was given. */
  public static final List<String> RECORDED = new ArrayList<>();

  @Parallel
  public static String nine(
      boolean a, byte b, short c, char d, int e, long f, float g, double h, String i) {
    return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h + " " + i;
  }

  @Parallel
  public static void record(String text) {
    RECORDED.add(text);
  }

  @Parallel
  public static String none() {
    return "none";
  }

  @Parallel
  public static String overloaded(int value) {
    return "int";
  }

  @Parallel
  public static String overloaded(Integer value) {
    return "Integer";
  }

  @Parallel
  public static String overloaded(long value) {
    return "long";
  }

  @Parallel
  public static String overloaded(int... value) {
    return "int...";
  }

  public static String overloaded(Object value) {
    throw new AssertionError("not parallel");
  }

  @Parallel
  public static int failing(String message) throws IOException, Refused {
    if (message.isEmpty()) {
      throw new Refused(message);
    }
    throw new UncheckedIOException(new IOException(message));
  }

  /** An exception without a constructor for a cause. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** An exception that has a cause of its own. */
  public static final class Caused extends Exception {
    private static final long serialVersionUID = 1L;

    public Caused() {
      super("caused", new IllegalStateException("own"));
    }
  }

  /** An exception whose message is its cause's. */
  public static final class OnlyCause extends Exception {
    private static final long serialVersionUID = 1L;

    OnlyCause(Throwable cause) {
      super(cause);
    }
  }

  @Parallel
  public static void declaring()
      throws IOException, Refused, Caused, OnlyCause, InterruptedException {}
}
