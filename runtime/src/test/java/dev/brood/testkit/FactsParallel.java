package dev.brood.testkit;

import dev.brood.Call;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/** Calls of {@link Facts}: by hand what the processor would generate. */
public final class FactsParallel {
  private FactsParallel() {}

  /** Something that the worker knows. */
  public static Call<String> tell(String kind, String name) {
    return new Tell(kind, name);
  }

  private static final class Tell extends WireCall<String> {
    private final String kind;
    private final String name;

    Tell(String kind, String name) {
      super(Worker.TABLE, 0);
      this.kind = kind;
      this.name = name;
    }

    @Override
    public void writeArguments(WireWriter out) {
      out.writeString(kind);
      out.writeString(name);
    }

    @Override
    public String readResult(WireReader in) {
      return String.valueOf(in.readString());
    }

    @Override
    public @Nullable Throwable newException(
        String typeName, @Nullable String message, @Nullable Throwable cause) {
      return null;
    }
  }

  static final class Worker extends EntryPoints {
    static final Worker TABLE = new Worker();

    static {
      register(TABLE);
    }

    private Worker() {
      super(0x4321, "Facts.tell(String,String)");
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      WireReader in = invocation.arguments();
      String kind = String.valueOf(in.readString());
      String name = String.valueOf(in.readString());
      invocation.begin();
      String fact = Facts.tell(kind, name);
      invocation.result().writeString(fact);
    }
  }
}
