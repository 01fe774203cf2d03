package dev.brood.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps what pools that are started by a test print, for the test to look at. */
public final class CapturedStreams
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private Output output = new Output();

  /** What was printed. */
  public static final class Output {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** On {@code System.out}, so far. */
    public String out() {
      return out.toString(ISO_8859_1);
    }

    /** On {@code System.err}, so far. */
    public String err() {
      return err.toString(ISO_8859_1);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    output = new Output();
    System.setOut(new PrintStream(output.out, true, ISO_8859_1));
    System.setErr(new PrintStream(output.err, true, ISO_8859_1));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setOut(realOut);
    System.setErr(realErr);
    if (context.getExecutionException().isPresent()) {
      System.out.print(output.out());
      System.err.print(output.err());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Output.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return output;
  }
}
