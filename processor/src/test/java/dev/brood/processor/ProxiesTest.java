package dev.brood.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Attempt;
import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.wire.WireCall;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the generated proxies ask of a pool. */
@Tag(Program.MODULE_PATH)
@TestInstance(Lifecycle.PER_CLASS)
class ProxiesTest {
  private Class<?> generated;
  private Class<?> async;
  private Class<?> blocking;

  @BeforeAll
  void compile() throws ClassNotFoundException {
    Program program = Program.compile(TestSource.files(TestSource.allIn("suite")));
    generated = program.load("suite.MethodsParallel");
    async = program.load("suite.MethodsParallel$Async");
    blocking = program.load("suite.MethodsParallel$Blocking");
  }

  @Test
  void theAsynchronousProxySubmitsTheCall() throws Exception {
    FakePool pool = new FakePool();
    Object proxy = generated.getMethod("on", Pool.class).invoke(null, pool.pool);
    Object task = async.getMethod("overloaded", Integer.class).invoke(proxy, 7);
    assertThat(task).isSameAs(pool.task);
    assertThat(pool.asked).isEqualTo("submit");
    assertThat(pool.call.method()).isEqualTo("suite.Methods.overloaded(Integer)");
    assertThat(Stubs.arguments((WireCall<?>) pool.call).toByteArray())
        .containsExactly(1, 7, 0, 0, 0);
  }

  @Test
  void theBlockingProxyReturnsTheResult() throws Exception {
    FakePool pool = new FakePool();
    pool.result = "a result";
    Object proxy = blockingProxy(pool);
    assertThat(blocking.getMethod("none").invoke(proxy)).isEqualTo("a result");
    assertThat(pool.asked).isEqualTo("call");
    assertThat(pool.call.method()).isEqualTo("suite.Methods.none()");
  }

  @Test
  void theBlockingProxyThrowsWhatTheMethodThrew() throws Exception {
    FakePool pool = new FakePool();
    pool.failure = new CompletionException(new IOException("from the worker"));
    Method failing = blocking.getMethod("failing", String.class);
    assertThat(failing.getReturnType()).isEqualTo(int.class);
    assertThat(failing.getExceptionTypes())
        .containsExactly(
            IOException.class, Class.forName("suite.Methods$Refused", false, loader()));
    Object proxy = blockingProxy(pool);
    assertThatThrownBy(() -> failing.invoke(proxy, ""))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("from the worker");
  }

  @Test
  void aMethodWithoutAResultHasNoneInTheBlockingProxy() throws Exception {
    FakePool pool = new FakePool();
    Method record = blocking.getMethod("record", String.class);
    assertThat(record.getReturnType()).isEqualTo(void.class);
    record.invoke(blockingProxy(pool), "text");
    assertThat(pool.call.method()).isEqualTo("suite.Methods.record(String)");
  }

  @Test
  void optionsReachEachCall() throws Exception {
    CallOptions options = options();
    FakePool pool = new FakePool();
    pool.result = "a result";
    Object proxy =
        generated.getMethod("on", Pool.class, CallOptions.class).invoke(null, pool.pool, options);
    async.getMethod("overloaded", Integer.class).invoke(proxy, 7);
    assertThat(pool.call.options()).isSameAs(options);
    assertThat(pool.call.method()).isEqualTo("suite.Methods.overloaded(Integer)");
    assertThat(Stubs.arguments((WireCall<?>) pool.call).toByteArray())
        .containsExactly(1, 7, 0, 0, 0);
    proxy =
        generated
            .getMethod("blocking", Pool.class, CallOptions.class)
            .invoke(null, pool.pool, options);
    blocking.getMethod("none").invoke(proxy);
    assertThat(pool.call.options()).isSameAs(options);
    blocking.getMethod("none").invoke(blockingProxy(pool));
    assertThat(pool.call.options()).isSameAs(CallOptions.none());
  }

  @Test
  void optionsReachEachCallOfAService() throws Exception {
    Program program = Program.compile(TestSource.files(TestSource.allIn("places")));
    Class<?> stubs = program.load("places.CounterParallel");
    Class<?> instance = program.load("places.CounterParallel$Instance");
    Object service = instance.getConstructor(int.class, String.class).newInstance(1, "");
    CallOptions options = options();
    FakePool pool = new FakePool();
    pool.result = 1;
    for (String name : List.of("on", "blocking")) {
      Method factory = stubs.getDeclaredMethod(name, Pool.class, instance, CallOptions.class);
      factory.setAccessible(true);
      Object proxy = factory.invoke(null, pool.pool, service, options);
      Method add = factory.getReturnType().getMethod("add", int.class);
      add.setAccessible(true);
      pool.call = null;
      add.invoke(proxy, 5);
      assertThat(pool.call.options()).isSameAs(options);
      assertThat(((WireCall<?>) pool.call).service()).isSameAs(service);
    }
  }

  @Test
  void optionsThatAreGivenMustBeThere() throws Exception {
    FakePool pool = new FakePool();
    for (String name : new String[] {"on", "blocking"}) {
      Method factory = generated.getMethod(name, Pool.class, CallOptions.class);
      assertThatThrownBy(() -> factory.invoke(null, pool.pool, null))
          .hasCauseInstanceOf(NullPointerException.class);
    }
  }

  /** Other ones than none. */
  private static CallOptions options() {
    return CallOptions.none().priority(1);
  }

  @Test
  void aProxyNeedsAPool() throws Exception {
    for (String name : new String[] {"on", "blocking"}) {
      Method factory = generated.getMethod(name, Pool.class);
      assertThatThrownBy(() -> factory.invoke(null, (Object) null))
          .hasCauseInstanceOf(NullPointerException.class);
    }
  }

  private Object blockingProxy(FakePool pool) throws Exception {
    return generated.getMethod("blocking", Pool.class).invoke(null, pool.pool);
  }

  private ClassLoader loader() {
    return generated.getClassLoader();
  }

  /** Notes what it is asked, and answers what it is told. */
  private static final class FakePool {
    final Pool pool =
        (Pool)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Pool.class},
                (proxy, method, arguments) -> answer(method, arguments));
    final Task<Object> task = new FakeTask();
    Object result;
    RuntimeException failure;
    String asked;
    Call<?> call;

    private Object answer(Method method, Object[] arguments) {
      asked = method.getName();
      call = (Call<?>) arguments[0];
      if (failure != null) {
        throw failure;
      }
      return asked.equals("submit") ? task : result;
    }
  }

  private static final class FakeTask extends Task<Object> {
    FakeTask() {
      super(Runnable::run);
    }

    @Override
    public Call<Object> call() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean withdraw() {
      return false;
    }

    @Override
    public List<Attempt> attempts() {
      return List.of();
    }

    @Override
    public CompletableFuture<Void> stopped() {
      return CompletableFuture.completedFuture(null);
    }
  }
}
