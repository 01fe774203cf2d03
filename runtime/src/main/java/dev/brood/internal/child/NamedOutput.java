package dev.brood.internal.child;

import dev.brood.CallContext;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A standard stream of a worker's that tells the pool, ahead of what is written, which call has
 * written it, whenever that is another one than before.
 */
final class NamedOutput extends OutputStream {
  private static final int BUFFER = 8 << 10;
  private static final String NONE = "";

  /** The pool does not take longer ones for names. */
  private static final int MOST_OF_NAME = 500;

  private final FileOutputStream to;

  /** What the pool has been told. */
  private String told = NONE;

  private NamedOutput(FileOutputStream to) {
    this.to = to;
  }

  /** Puts such streams in the place of this process's own. */
  static void install() {
    System.setOut(stream(FileDescriptor.out, "stdout.encoding"));
    System.setErr(stream(FileDescriptor.err, "stderr.encoding"));
  }

  /** As the JVM itself makes them. */
  private static PrintStream stream(FileDescriptor to, String encoding) {
    String name =
        System.getProperty(
            encoding,
            System.getProperty("sun.".concat(encoding), System.getProperty("native.encoding")));
    Charset charset = charset(name);
    OutputStream named = new NamedOutput(new FileOutputStream(to));
    return new PrintStream(new BufferedOutputStream(named, BUFFER), true, charset);
  }

  /** The JVM forgives a name that it does not know, too. */
  private static Charset charset(@Nullable String name) {
    try {
      return name == null ? Charset.defaultCharset() : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return Charset.defaultCharset();
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /** Writes all of it at once, so that a bell does not come between. */
  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    String now = CallContext.current().map(CallContext::method).orElse(NONE);
    if (now.equals(told)) {
      to.write(bytes, offset, length);
      return;
    }
    byte[] name = now.getBytes(StandardCharsets.UTF_8);
    if (name.length > MOST_OF_NAME) {
      name = Arrays.copyOf(name, MOST_OF_NAME);
    }
    byte[] whole = Arrays.copyOf(new byte[] {0, 1}, name.length + 3 + length);
    System.arraycopy(name, 0, whole, 2, name.length);
    System.arraycopy(bytes, offset, whole, name.length + 3, length);
    to.write(whole);
    told = now;
  }

  @Override
  public void close() throws IOException {
    to.close();
  }
}
