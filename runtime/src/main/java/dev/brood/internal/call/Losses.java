package dev.brood.internal.call;

import dev.brood.BroodException;
import dev.brood.CallTimeoutException;
import dev.brood.DeadlineExceededException;
import dev.brood.ExecutionTimeoutException;
import dev.brood.QueueTimeoutException;
import dev.brood.RemoteMethodException;
import dev.brood.WireException;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerEnd;
import dev.brood.WorkerStack;
import dev.brood.WorkerStartException;
import dev.brood.wire.Payload;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** How a call made by a call was lost, as bytes that travel to the worker that waits for it. */
public final class Losses {
  private Losses() {}

  private enum Kind {
    WORDS(0),
    CRASH(1),
    EXECUTION_TIMEOUT(2),
    QUEUE_TIMEOUT(3),
    DEADLINE(4),
    START(5),
    CANCELLED(6),
    REJECTED(7);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    static Kind of(byte code) {
      for (Kind kind : KINDS) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new WireException("malformed: no loss has the code " + code);
    }
  }

  private static final Kind[] KINDS = Kind.values();
  private static final int NO_EXIT_CODE = -1;

  /** Writes what a pool itself has to report; of anything else, only the words. */
  public static Payload write(Throwable loss) {
    WireWriter out = new WireWriter();
    Kind kind = kind(loss);
    out.writeByte(kind.code);
    out.writeString(kind == Kind.WORDS ? loss.getClass().getName() : "");
    out.writeString(loss.getMessage());
    if (loss instanceof WorkerCrashedException crash) {
      out.writeString(crash.method());
      out.writeInt(crash.attempt());
      write(out, crash.end());
    } else if (loss instanceof WorkerStartException start) {
      out.writeBoolean(start.end().isPresent());
      start.end().ifPresent(end -> write(out, end));
    } else if (loss instanceof CallTimeoutException timeout) {
      out.writeLong(timeout.limit().toNanos());
      boolean running = timeout.getCause() instanceof WorkerStack;
      out.writeBoolean(running);
      if (running && timeout.getCause() != null) {
        out.writeString(timeout.getCause().getMessage());
        out.writeByteArray(Stacks.write(timeout.getCause().getStackTrace()).toByteArray());
      }
    }
    return out.toPayload();
  }

  private static Kind kind(Throwable loss) {
    if (loss instanceof WorkerCrashedException) {
      return Kind.CRASH;
    } else if (loss instanceof ExecutionTimeoutException) {
      return Kind.EXECUTION_TIMEOUT;
    } else if (loss instanceof QueueTimeoutException) {
      return Kind.QUEUE_TIMEOUT;
    } else if (loss instanceof DeadlineExceededException) {
      return Kind.DEADLINE;
    } else if (loss instanceof WorkerStartException) {
      return Kind.START;
    } else if (loss instanceof CancellationException) {
      return Kind.CANCELLED;
    } else if (loss instanceof RejectedExecutionException) {
      return Kind.REJECTED;
    }
    return Kind.WORDS;
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws WireException if it is malformed
   */
  public static Throwable read(Payload payload) {
    WireReader in = new WireReader(payload);
    Kind kind = Kind.of(in.readByte());
    String typeName = in.readString();
    String message = String.valueOf(in.readString());
    Throwable loss =
        switch (kind) {
          case WORDS -> new RemoteMethodException(String.valueOf(typeName), message, null);
          case CRASH -> crash(message, in);
          case EXECUTION_TIMEOUT, QUEUE_TIMEOUT, DEADLINE -> timeout(kind, message, in);
          case START -> new WorkerStartException(message, null, in.readBoolean() ? end(in) : null);
          case CANCELLED -> new CancellationException(message);
          case REJECTED -> new RejectedExecutionException(message);
        };
    in.expectEnd();
    return loss;
  }

  private static void write(WireWriter out, WorkerEnd end) {
    out.writeString(end.worker());
    out.writeLong(end.pid());
    out.writeString(end.kind().name());
    out.writeInt(end.exitCode().orElse(NO_EXIT_CODE));
    out.writeString(end.signal().orElse(null));
    write(out, end.stderr());
    out.writeString(end.crashFile().map(Path::toString).orElse(null));
    write(out, end.crashReport());
  }

  private static void write(WireWriter out, List<String> lines) {
    out.begin(lines.size());
    lines.forEach(out::writeString);
    out.end();
  }

  private static WorkerCrashedException crash(String message, WireReader in) {
    String method = String.valueOf(in.readString());
    int attempt = in.readInt();
    return new WorkerCrashedException(message, end(in), method, attempt);
  }

  private static WorkerEnd end(WireReader in) {
    String worker = String.valueOf(in.readString());
    long pid = in.readLong();
    WorkerEnd.Kind kind = endOf(String.valueOf(in.readString()));
    int exitCode = in.readInt();
    String signal = in.readString();
    List<String> stderr = lines(in);
    String crashFile = in.readString();
    return new WorkerEnd(
        worker,
        pid,
        kind,
        exitCode == NO_EXIT_CODE ? OptionalInt.empty() : OptionalInt.of(exitCode),
        Optional.ofNullable(signal),
        stderr,
        Optional.ofNullable(crashFile).flatMap(Losses::path),
        lines(in));
  }

  private static WorkerEnd.Kind endOf(String name) {
    for (WorkerEnd.Kind kind : WorkerEnd.Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new WireException("malformed: no worker ends by " + name);
  }

  /** Another JVM may have letters in its paths that this one does not know. */
  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<String> lines(WireReader in) {
    int size = in.beginSized();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lines.add(String.valueOf(in.readString()));
    }
    in.end();
    return lines;
  }

  private static BroodException timeout(Kind kind, String message, WireReader in) {
    Duration limit = Duration.ofNanos(in.readLong());
    WorkerStack stack = in.readBoolean() ? stack(in) : null;
    return switch (kind) {
      case EXECUTION_TIMEOUT -> new ExecutionTimeoutException(message, limit, stack);
      case QUEUE_TIMEOUT -> new QueueTimeoutException(message, limit, stack);
      default -> new DeadlineExceededException(message, limit, stack);
    };
  }

  private static @Nullable WorkerStack stack(WireReader in) {
    String message = String.valueOf(in.readString());
    byte[] frames = in.readByteArray();
    if (frames == null) {
      throw new WireException("malformed: a stack without frames");
    }
    String name = message.replaceFirst("^where (.*) was$", "$1");
    return new WorkerStack(name, Stacks.read(new Payload(frames, frames.length)));
  }
}
