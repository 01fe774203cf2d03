package dev.brood.testkit;

import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Methods whose results can be combined: by hand what the processor would generate. */
public final class TextsParallel {
  private static final int NUMBER = 0;
  private static final int SUM = 1;
  private static final int TEXT = 2;
  private static final int JOIN = 3;
  private static final int LENGTH = 4;
  private static final long INT = 11;
  private static final long STRING = 12;

  private TextsParallel() {}

  /** The number itself. A negative one throws: −1 what is not declared, others what is. */
  public static WireCall<Integer> number(int x) {
    return number(x, 0);
  }

  /** The same, with so many bytes of ballast. */
  public static WireCall<Integer> number(int x, int ballast) {
    return call(
        NUMBER,
        out -> {
          out.writeInt(x);
          out.writeByteArray(new byte[ballast]);
        },
        WireReader::readInt);
  }

  /** The sum of two numbers; throws if one of them is the greatest there is. */
  public static WireCall<Integer> sum(int x, int y) {
    return call(
        SUM,
        out -> {
          out.writeInt(x);
          out.writeInt(y);
        },
        WireReader::readInt);
  }

  /** A number as a text, in angle brackets. */
  public static WireCall<String> text(int x) {
    return call(TEXT, out -> out.writeInt(x), TextsParallel::string);
  }

  /** Two texts, one after the other. */
  public static WireCall<String> join(String left, String right) {
    return call(
        JOIN,
        out -> {
          out.writeString(left);
          out.writeString(right);
        },
        TextsParallel::string);
  }

  /** How long two texts are together: it gives another type than it takes. */
  public static WireCall<Integer> length(String left, String right) {
    return call(
        LENGTH,
        out -> {
          out.writeString(left);
          out.writeString(right);
        },
        WireReader::readInt);
  }

  private static String string(WireReader in) {
    return String.valueOf(in.readString());
  }

  private static <R extends @Nullable Object> WireCall<R> call(
      int index, Consumer<WireWriter> arguments, Function<WireReader, R> result) {
    return new WireCall<>(Worker.TABLE, index) {
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
    };
  }

  static final class Worker extends EntryPoints {
    static final Worker TABLE = new Worker();

    static {
      register(TABLE);
    }

    private Worker() {
      super(
          0x7E87,
          "Texts.number(int)",
          "Texts.sum(int,int)",
          "Texts.text(int)",
          "Texts.join(String,String)",
          "Texts.length(String,String)");
    }

    @Override
    public long resultShape(int index) {
      return switch (index) {
        case NUMBER, SUM, LENGTH -> INT;
        default -> STRING;
      };
    }

    @Override
    public long foldShape(int index) {
      return switch (index) {
        case SUM -> INT;
        case JOIN -> STRING;
        default -> 0;
      };
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      switch (index) {
        case NUMBER -> {
          int x = in.readInt();
          in.readByteArray();
          invocation.begin();
          if (x < 0) {
            throw x == -1 ? new IllegalArgumentException("negative") : new IOException("declared");
          }
          invocation.result().writeInt(x);
        }
        case SUM -> {
          int x = in.readInt();
          int y = in.readInt();
          invocation.begin();
          if (x == Integer.MAX_VALUE || y == Integer.MAX_VALUE) {
            throw new IllegalStateException("too much");
          }
          invocation.result().writeInt(x + y);
        }
        case TEXT -> {
          int x = in.readInt();
          invocation.begin();
          invocation.result().writeString("<" + x + ">");
        }
        case JOIN -> {
          String left = string(in);
          String right = string(in);
          invocation.begin();
          invocation.result().writeString(left + right);
        }
        case LENGTH -> {
          String left = string(in);
          String right = string(in);
          invocation.begin();
          invocation.result().writeInt(left.length() + right.length());
        }
        default -> throw unknown(index);
      }
    }
  }
}
