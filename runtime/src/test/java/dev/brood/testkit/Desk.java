package dev.brood.testkit;

import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireService;
import dev.brood.wire.WireWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A service: it counts its calls, wherever it stands. */
public final class Desk implements AutoCloseable {
  private final int start;
  private int calls;

  /** A desk that refuses to be set up with a negative number. */
  Desk(int start) throws IOException {
    if (start < 0) {
      throw new IOException("no desk " + start);
    }
    this.start = start;
  }

  int next() {
    return start + calls++;
  }

  @Override
  public void close() {
    System.out.println("desk " + start + " closed after " + calls);
    if (start == 13) {
      throw new IllegalStateException("the drawer is stuck");
    }
    if (start == 14) {
      throw new AssertionError("the desk collapses");
    }
  }

  /** By hand what the processor would generate: the service, with its arguments. */
  public static final class Instance extends WireService<Desk> {
    /** Describes a desk in every worker. */
    public Instance(int start) {
      super(Worker.TABLE, 0, "Desk(int)", out -> out.writeInt(start));
    }
  }

  /** A call of {@link #next}. */
  public static WireCall<Integer> next(Instance instance) {
    return new WireCall<>(Worker.TABLE, 0) {
      @Override
      public @Nullable WireService<?> service() {
        return instance;
      }

      @Override
      public void writeArguments(WireWriter out) {}

      @Override
      public Integer readResult(WireReader in) {
        return in.readInt();
      }
    };
  }

  static final class Worker extends EntryPoints {
    static final Worker TABLE = new Worker();

    static {
      register(TABLE);
    }

    private Worker() {
      super(0xDE5C, "Desk.next()");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      if (index != 0) {
        throw unknown(index);
      }
      Desk desk = (Desk) invocation.instance();
      invocation.begin();
      int result = desk.next();
      invocation.result().writeInt(result);
    }

    @Override
    public Object construct(int index, Invocation invocation) throws Throwable {
      if (index != 0) {
        return super.construct(index, invocation);
      }
      int start = invocation.arguments().readInt();
      invocation.begin();
      return new Desk(start);
    }
  }
}
