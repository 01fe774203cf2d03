package dev.brood.testkit;

import dev.brood.wire.EntryPoints;
import dev.brood.wire.Invocation;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls whose every station is given by the test, for pools and invokers in this very JVM. */
public final class Probe {
  private Probe() {}

  /** The body of an entry point. */
  @FunctionalInterface
  public interface Body {
    /** As {@link EntryPoints#invoke}. */
    void run(Invocation invocation) throws Throwable;
  }

  /** A method without parameters. */
  @FunctionalInterface
  public interface Method<R extends @Nullable Object> {
    /** The method. */
    R run() throws Throwable;
  }

  /** Builds exceptions as {@link WireCall#newException} does. */
  @FunctionalInterface
  public interface Declared {
    /** As {@link WireCall#newException}. */
    @Nullable Throwable build(String typeName, @Nullable String message, @Nullable Throwable cause);
  }

  /** A table of one method. */
  public static final class Table extends EntryPoints {
    private final Body body;

    Table(Body body) {
      super(1, "probe.Methods.method()");
      this.body = body;
    }

    @Override
    public void invoke(int index, Invocation invocation) throws Throwable {
      if (index != 0) {
        throw unknown(index);
      }
      body.run(invocation);
    }
  }

  /** A call of the only method of a table. */
  public static final class ProbeCall<R extends @Nullable Object> extends WireCall<R> {
    private final Consumer<WireWriter> arguments;
    private final Function<WireReader, R> result;
    private final Declared declared;

    ProbeCall(
        Table table,
        Consumer<WireWriter> arguments,
        Function<WireReader, R> result,
        Declared declared) {
      super(table, 0);
      this.arguments = arguments;
      this.result = result;
      this.declared = declared;
    }

    /** The same call with declared exceptions. */
    public ProbeCall<R> declaring(Declared exceptions) {
      return new ProbeCall<>((Table) entryPoints(), arguments, result, exceptions);
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
      return declared.build(typeName, message, cause);
    }
  }

  /** A call with all of its stations. */
  public static <R extends @Nullable Object> ProbeCall<R> call(
      Consumer<WireWriter> arguments, Body body, Function<WireReader, R> result) {
    return new ProbeCall<>(new Table(body), arguments, result, (typeName, message, cause) -> null);
  }

  /** A call of a method without parameters that gives a string. */
  public static ProbeCall<@Nullable String> of(Method<@Nullable String> method) {
    return call(
        out -> {},
        invocation -> {
          invocation.begin();
          String result = method.run();
          invocation.result().writeString(result);
        },
        WireReader::readString);
  }

  /** A call of a method that throws. */
  public static ProbeCall<@Nullable String> throwing(Throwable thrown) {
    return of(
        () -> {
          throw thrown;
        });
  }
}
