package dev.brood;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the workers of a pool print: their standard output and standard error, line by line.
 * Loggers in workers are left as the user has them; what they print comes here like everything
 * else.
 *
 * <pre>{@code
 * Pool.builder().output(WorkerOutput.file(Path.of("workers.log"))).start();
 * }</pre>
 *
 * <p>Lines of one worker's stream come in their order. All of them come on threads of the pool, one
 * at a time and not always the same, so whatever this does holds up no call. But it should keep
 * pace: when a mebibyte of lines is waiting, workers that print have to wait; so it must not itself
 * wait for a call. A line that is longer than 8 KiB is cut into several. An exception is logged,
 * the first one only, and the line is lost.
 *
 * <p>If several pools share it, it must be thread-safe, as those are that are made here, and is
 * closed once by each.
 */
@FunctionalInterface
public interface WorkerOutput {

  /** A line of a worker's output, without its end. Immutable. */
  final class Line {
    private static final Charset CHARSET =
        Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private final String worker;
    private final long pid;
    private final @Nullable String call;
    private final boolean error;
    private final byte[] bytes;

    /**
     * Creates a line.
     *
     * @param worker the worker's name, such as {@code pool-1 worker-2}
     * @param pid its process id
     * @param call as {@link #call()} tells it, such as {@code com.example.Ranges.count(int[])};
     *     null if there is none
     * @param error whether it comes from the standard error
     * @param bytes as the worker wrote them; not copied
     */
    public Line(String worker, long pid, @Nullable String call, boolean error, byte[] bytes) {
      this.worker = worker;
      this.pid = pid;
      this.call = call;
      this.error = error;
      this.bytes = bytes;
    }

    /** The worker's name, such as {@code pool-1 worker-2}. */
    public String worker() {
      return worker;
    }

    /** The worker's process id. */
    public long pid() {
      return pid;
    }

    /**
     * The method of the call that had last written to this stream by {@link System#out} or {@link
     * System#err} when the line was begun, such as {@code com.example.Ranges.count(int[])}. Empty
     * if nothing had been written so yet, or if the last to write was no call. What native code and
     * other processes print tells no call: it gets that of whoever has written so before, even if
     * that call has ended.
     */
    public Optional<String> call() {
      return Optional.ofNullable(call);
    }

    /** Whether it comes from the worker's standard error; otherwise from its standard output. */
    public boolean isError() {
      return error;
    }

    /** The line in the platform's encoding. */
    public String text() {
      return new String(bytes, CHARSET);
    }

    /** Writes the bytes as they are, after the worker's name in brackets, and ends the line. */
    public void writeTo(OutputStream out) throws IOException {
      byte[] label = ("[" + worker + "] ").getBytes(CHARSET);
      byte[] whole = new byte[label.length + bytes.length + 1];
      System.arraycopy(label, 0, whole, 0, label.length);
      System.arraycopy(bytes, 0, whole, label.length, bytes.length);
      whole[whole.length - 1] = '\n';
      out.write(whole); // at once, so that lines stay whole among those of others
    }

    /** The worker, the method if there is one, and the text. */
    @Override
    public String toString() {
      return "[" + worker + (call == null ? "" : " " + call) + "] " + text();
    }
  }

  /** Takes a line. */
  void accept(Line line);

  /** There are no more lines for the moment. Does nothing by default. */
  default void flush() {}

  /**
   * The pool has ended. {@link Pool#close} waits for this, but not for ever. Not called for pools
   * of threads or inline pools. Does nothing by default.
   */
  default void close() {}

  /**
   * Prints each line to the stream of this process that it would have gone to, {@link System#out}
   * or {@link System#err}, after the worker's name in brackets. What pools do by default.
   */
  static WorkerOutput inherit() {
    return new WorkerOutput() {
      @Override
      public void accept(Line line) {
        PrintStream to = line.isError() ? System.err : System.out;
        try {
          line.writeTo(to);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        to.flush();
      }
    };
  }

  /** Drops everything. A crash still quotes the last lines that the worker wrote. */
  static WorkerOutput discard() {
    return line -> {};
  }

  /**
   * Gives each line to a logger: what comes from the standard output as {@link
   * System.Logger.Level#INFO}, the rest as {@link System.Logger.Level#WARNING}, with worker and
   * method as {@link Line#toString} writes them.
   */
  static WorkerOutput logger(System.Logger logger) {
    return line ->
        logger.log(
            line.isError() ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
            line.toString());
  }

  /**
   * Appends each line to a file, after the worker's name in brackets. The file is made with the
   * first line, and closed when the pool ends; a line of another pool opens it again.
   */
  static WorkerOutput file(Path file) {
    return new WorkerOutput() {
      private @Nullable OutputStream out;

      @Override
      public synchronized void accept(Line line) {
        try {
          if (out == null) {
            out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          }
          line.writeTo(out);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public synchronized void close() {
        try {
          if (out != null) {
            out.close();
            out = null;
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}
