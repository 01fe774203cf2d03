package dev.brood.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.brood.Call;
import dev.brood.Pool;
import dev.brood.WireException;
import dev.brood.fixtures.Probe;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A blocking proxy looks to its caller as the method itself would. */
class ProxiesTest {

  private static @Nullable String remoteMethod(Throwable thrown) throws Throwable {
    thrown.fillInStackTrace();
    throw thrown;
  }

  private static @Nullable String proxied(Call<@Nullable String> call) throws IOException {
    try (Pool pool = Pool.inline()) {
      return Proxies.<@Nullable String, IOException>call(pool, call);
    }
  }

  @Test
  void theResultIsReturned() throws IOException {
    assertThat(proxied(Probe.of(() -> "result"))).isEqualTo("result");
    assertThat(proxied(Probe.of(() -> null))).isNull();
  }

  @Test
  void theMethodsOwnExceptionArrivesBare() {
    assertThatThrownBy(() -> proxied(Probe.of(() -> remoteMethod(new IOException("no such disk")))))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("no such disk")
        .hasNoCause();
    assertThatThrownBy(() -> proxied(Probe.of(() -> remoteMethod(new StackOverflowError()))))
        .isExactlyInstanceOf(StackOverflowError.class);
  }

  @Test
  void theStackReadsFromTheMethodThroughTheWorkerToTheCaller() {
    Throwable thrown =
        catchThrowable(
            () -> proxied(Probe.of(() -> remoteMethod(new IllegalStateException("seen")))));
    List<String> frames =
        Arrays.stream(thrown.getStackTrace())
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .toList();
    int method = frames.indexOf(ProxiesTest.class.getName() + ".remoteMethod");
    int worker = frames.indexOf("brood.inline.run");
    int caller = frames.indexOf(ProxiesTest.class.getName() + ".proxied");
    assertThat(method).as("in %s", frames).isZero();
    assertThat(worker).as("in %s", frames).isPositive();
    assertThat(caller).as("in %s", frames).isGreaterThan(worker);
  }

  @Test
  void whatThePoolItselfHasToReportArrivesBareToo() {
    Call<@Nullable String> unreadable =
        Probe.call(
            out -> {},
            invocation -> {
              invocation.begin();
              invocation.result().writeByte((byte) 7);
            },
            WireReader::readString);
    assertThatThrownBy(() -> proxied(unreadable)).isInstanceOf(WireException.class);
  }

  @Test
  void aClosedPoolRefuses() {
    Pool pool = Pool.inline();
    pool.close();
    assertThatThrownBy(
            () -> Proxies.<@Nullable String, RuntimeException>call(pool, Probe.of(() -> "never")))
        .isInstanceOf(RejectedExecutionException.class);
  }
}
