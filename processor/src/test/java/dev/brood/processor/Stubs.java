package dev.brood.processor;

import dev.brood.Call;
import dev.brood.wire.Invocation;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Using a generated type as a pool and its workers do, but without processes. */
final class Stubs {
  private Stubs() {}

  /** The factories of calls. */
  static List<Method> factories(Class<?> generated) {
    return Stream.of(generated.getDeclaredMethods())
        .filter(method -> Call.class.isAssignableFrom(method.getReturnType()))
        .filter(method -> !method.isSynthetic())
        .sorted(Comparator.comparing(Method::toGenericString))
        .toList();
  }

  static WireCall<?> call(Method factory, Object... arguments) throws Exception {
    factory.setAccessible(true);
    return (WireCall<?>) factory.invoke(null, arguments);
  }

  static WireCall<?> call(Class<?> generated, String name, Object... arguments) throws Exception {
    Method factory =
        factories(generated).stream()
            .filter(method -> method.getName().equals(name))
            .filter(method -> method.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    return call(factory, arguments);
  }

  static Payload arguments(WireCall<?> call) {
    WireWriter out = new WireWriter();
    call.writeArguments(out);
    return out.toPayload();
  }

  /** The worker's part: from encoded arguments to an encoded result. */
  static Payload work(WireCall<?> call, Payload arguments) throws Throwable {
    OneRun run = new OneRun(arguments);
    call.entryPoints().invoke(call.index(), run);
    return run.out.toPayload();
  }

  static Object result(WireCall<?> call, Payload result) {
    WireReader in = new WireReader(result);
    Object value = call.readResult(in);
    in.expectEnd();
    return value;
  }

  /** A whole round trip. */
  static Object run(WireCall<?> call) throws Throwable {
    return result(call, work(call, arguments(call)));
  }

  /** Sees to it that the stations come in their order. */
  private static final class OneRun implements Invocation {
    private final WireReader in;
    private final WireWriter out = new WireWriter();
    private int station;

    OneRun(Payload arguments) {
      this.in = new WireReader(arguments);
    }

    private void expectStation(int expected) {
      if (station++ != expected) {
        throw new AssertionError("station " + expected + " is reached as number " + (station - 1));
      }
    }

    @Override
    public WireReader arguments() {
      expectStation(0);
      return in;
    }

    @Override
    public Object instance() {
      throw new IllegalStateException();
    }

    @Override
    public void begin() {
      expectStation(1);
      in.expectEnd();
    }

    @Override
    public WireWriter result() {
      expectStation(2);
      return out;
    }
  }
}
