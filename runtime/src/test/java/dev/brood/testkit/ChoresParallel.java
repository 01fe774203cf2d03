package dev.brood.testkit;

import dev.brood.Call;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls of {@link Chores}: by hand what the processor would generate. */
public final class ChoresParallel {
  private ChoresParallel() {}

  /** The square of a number. */
  public static Call<Integer> square(int x) {
    return call(0, out -> out.writeInt(x), WireReader::readInt);
  }

  /** The very same bytes. */
  public static Call<byte[]> echo(byte[] bytes) {
    return call(1, out -> out.writeByteArray(bytes), ChoresParallel::bytes);
  }

  /** Throws what the kind says. */
  public static Call<Integer> fail(String kind, String message) {
    return call(
        2,
        out -> {
          out.writeString(kind);
          out.writeString(message);
        },
        WireReader::readInt);
  }

  /** Ends the worker by {@link System#exit}. */
  public static Call<Integer> exit(int code) {
    return call(3, out -> out.writeInt(code), WireReader::readInt);
  }

  /** Ends the worker by {@link Runtime#halt}. */
  public static Call<Integer> halt(int code) {
    return call(4, out -> out.writeInt(code), WireReader::readInt);
  }

  /** Ends the worker by a signal. */
  public static Call<Integer> signal(String name) {
    return call(5, out -> out.writeString(name), WireReader::readInt);
  }

  /** Never ends. */
  public static Call<Integer> spin() {
    return call(6, out -> {}, WireReader::readInt);
  }

  /** Prints. */
  public static Call<Integer> print(String text, String error) {
    return call(
        7,
        out -> {
          out.writeString(text);
          out.writeString(error);
        },
        WireReader::readInt);
  }

  /** Prints megabytes of bytes that are no text. */
  public static Call<Integer> flood(int megabytes) {
    return call(8, out -> out.writeInt(megabytes), WireReader::readInt);
  }

  /** Closes the standard streams, and reads from standard input. */
  public static Call<Integer> closeStreams() {
    return call(9, out -> {}, WireReader::readInt);
  }

  /** Takes memory until there is none. */
  public static Call<Integer> outOfMemory() {
    return call(10, out -> {}, WireReader::readInt);
  }

  /** Calls itself until the stack is full. */
  public static Call<Integer> overflow() {
    return call(11, out -> {}, WireReader::readInt);
  }

  /** Which process it is. */
  public static Call<Long> pid() {
    return call(12, out -> {}, WireReader::readLong);
  }

  /** A system property of the worker. */
  public static Call<String> property(String name) {
    return call(13, out -> out.writeString(name), ChoresParallel::string);
  }

  /** Sets the interrupt flag of the worker's thread, and gives what it was before. */
  public static Call<Boolean> interruptSelf() {
    return call(14, out -> {}, WireReader::readBoolean);
  }

  /** Has a thread of the worker end by an exception. */
  public static Call<Integer> throwInBackground() {
    return call(15, out -> {}, WireReader::readInt);
  }

  /** Starts a process, whose id is given. */
  public static Call<Long> startChild() {
    return call(16, out -> {}, WireReader::readLong);
  }

  /** Is busy. */
  public static Call<Integer> busy(int micros) {
    return call(17, out -> out.writeInt(micros), WireReader::readInt);
  }

  /** Tells the gate that it runs, and waits there; gives its process. */
  public static Call<Long> pass(Gate gate, int number) {
    int port = gate.port();
    return call(
        18,
        out -> {
          out.writeInt(port);
          out.writeInt(number);
        },
        WireReader::readLong);
  }

  /** Gives a result that cannot be encoded. */
  public static Call<Integer> unencodable() {
    return call(19, out -> {}, WireReader::readInt);
  }

  /** Has arguments that cannot be decoded. */
  public static Call<Integer> undecodable() {
    return call(20, out -> {}, WireReader::readInt);
  }

  /** Ends the worker while its arguments are decoded, or its result is encoded. */
  public static Call<Integer> haltInCodec(boolean ofResult) {
    return call(21, out -> out.writeBoolean(ofResult), WireReader::readInt);
  }

  /** The square of a number; ends the worker if that is negative. */
  public static Call<Integer> squareOrHalt(int x) {
    return call(22, out -> out.writeInt(x), WireReader::readInt);
  }

  /** A call of the first method whose arguments and result are up to the test. */
  public static <R extends @Nullable Object> Call<R> squareWith(
      Consumer<WireWriter> arguments, Function<WireReader, R> result) {
    return call(0, arguments, result);
  }

  /** A call of a table that no worker finds. */
  public static Call<Integer> lost() {
    EntryPoints nowhere =
        new EntryPoints(7, "nowhere.Methods.lost()") {
          @Override
          public void invoke(int index, Invocation invocation) {}
        };
    return new ChoreCall<>(nowhere, 0, out -> {}, WireReader::readInt);
  }

  private static byte[] bytes(WireReader in) {
    byte[] bytes = in.readByteArray();
    return bytes == null ? new byte[0] : bytes;
  }

  private static String string(WireReader in) {
    return String.valueOf(in.readString());
  }

  private static <R extends @Nullable Object> Call<R> call(
      int index, Consumer<WireWriter> arguments, Function<WireReader, R> result) {
    return new ChoreCall<>(Worker.TABLE, index, arguments, result);
  }

  private static final class ChoreCall<R extends @Nullable Object> extends WireCall<R> {
    private final Consumer<WireWriter> arguments;
    private final Function<WireReader, R> result;

    ChoreCall(
        EntryPoints table,
        int index,
        Consumer<WireWriter> arguments,
        Function<WireReader, R> result) {
      super(table, index);
      this.arguments = arguments;
      this.result = result;
    }

    @Override
    public void writeArguments(WireWriter out) {
      arguments.accept(out);
    }

    @Override
    public R readResult(WireReader in) {
      return result.apply(in);
    }

    @Override
    public @Nullable Throwable newException(
        String typeName, @Nullable String message, @Nullable Throwable cause) {
      return typeName.equals("java.io.IOException") ? new IOException(message, cause) : null;
    }
  }

  static final class Worker extends EntryPoints {
    static final Worker TABLE = new Worker();

    static {
      register(TABLE);
    }

    private Worker() {
      super(
          0x1234,
          "Chores.square(int)",
          "Chores.echo(byte[])",
          "Chores.fail(String,String)",
          "Chores.exit(int)",
          "Chores.halt(int)",
          "Chores.signal(String)",
          "Chores.spin()",
          "Chores.print(String,String)",
          "Chores.flood(int)",
          "Chores.closeStreams()",
          "Chores.outOfMemory()",
          "Chores.overflow()",
          "Chores.pid()",
          "Chores.property(String)",
          "Chores.interruptSelf()",
          "Chores.throwInBackground()",
          "Chores.startChild()",
          "Chores.busy(int)",
          "Chores.pass(int,int)",
          "Chores.unencodable()",
          "Chores.undecodable()",
          "Chores.haltInCodec(boolean)",
          "Chores.squareOrHalt(int)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      switch (index) {
        case 0 -> {
          int x = in.readInt();
          invocation.begin();
          int result = Chores.square(x);
          invocation.result().writeInt(result);
        }
        case 1 -> {
          byte[] bytes = bytes(in);
          invocation.begin();
          byte[] result = Chores.echo(bytes);
          invocation.result().writeByteArray(result);
        }
        case 2 -> {
          String kind = string(in);
          String message = string(in);
          invocation.begin();
          int result = Chores.fail(kind, message);
          invocation.result().writeInt(result);
        }
        case 3 -> {
          int code = in.readInt();
          invocation.begin();
          int result = Chores.exit(code);
          invocation.result().writeInt(result);
        }
        case 4 -> {
          int code = in.readInt();
          invocation.begin();
          int result = Chores.halt(code);
          invocation.result().writeInt(result);
        }
        case 5 -> {
          String name = string(in);
          invocation.begin();
          int result = Chores.signal(name);
          invocation.result().writeInt(result);
        }
        case 6 -> {
          invocation.begin();
          int result = Chores.spin();
          invocation.result().writeInt(result);
        }
        case 7 -> {
          String text = string(in);
          String error = string(in);
          invocation.begin();
          int result = Chores.print(text, error);
          invocation.result().writeInt(result);
        }
        case 8 -> {
          int megabytes = in.readInt();
          invocation.begin();
          int result = Chores.flood(megabytes);
          invocation.result().writeInt(result);
        }
        case 9 -> {
          invocation.begin();
          int result = Chores.closeStreams();
          invocation.result().writeInt(result);
        }
        case 10 -> {
          invocation.begin();
          int result = Chores.outOfMemory();
          invocation.result().writeInt(result);
        }
        case 11 -> {
          invocation.begin();
          int result = Chores.overflow(0);
          invocation.result().writeInt(result);
        }
        case 12 -> {
          invocation.begin();
          long result = Chores.pid();
          invocation.result().writeLong(result);
        }
        case 13 -> {
          String name = string(in);
          invocation.begin();
          String result = Chores.property(name);
          invocation.result().writeString(result);
        }
        case 14 -> {
          invocation.begin();
          boolean result = Chores.interruptSelf();
          invocation.result().writeBoolean(result);
        }
        case 15 -> {
          invocation.begin();
          int result = Chores.throwInBackground();
          invocation.result().writeInt(result);
        }
        case 16 -> {
          invocation.begin();
          long result = Chores.startChild();
          invocation.result().writeLong(result);
        }
        case 17 -> {
          int micros = in.readInt();
          invocation.begin();
          int result = Chores.busy(micros);
          invocation.result().writeInt(result);
        }
        case 18 -> {
          int port = in.readInt();
          int number = in.readInt();
          invocation.begin();
          long result = Gate.pass(port, number);
          invocation.result().writeLong(result);
        }
        case 19 -> {
          invocation.begin();
          invocation.result();
          throw new UnsupportedOperationException("an accessor of the result");
        }
        case 20 -> throw new UnsupportedOperationException("a constructor of an argument");
        case 21 -> {
          if (in.readBoolean()) {
            invocation.begin();
            invocation.result();
          }
          Chores.halt(77);
        }
        case 22 -> {
          int x = in.readInt();
          invocation.begin();
          int result = Chores.squareOrHalt(x);
          invocation.result().writeInt(result);
        }
        default -> throw unknown(index);
      }
    }
  }
}
