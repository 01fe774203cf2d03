package dev.brood.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.ServiceException;
import dev.brood.fixtures.Desk;
import dev.brood.fixtures.Logs;
import dev.brood.testkit.CapturedStreams;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One object for each service, for as long as the worker lives. */
@ExtendWith(CapturedStreams.class)
class InstanceTest {

  private static Instance instance(int start) {
    Desk.Instance desk = new Desk.Instance(start);
    return new Instance(desk.entryPoints(), desk.index(), desk.arguments());
  }

  private static Outcome<Integer> next(Instance instance) {
    WireCall<Integer> call = Desk.next(new Desk.Instance(0));
    return Envelopes.open(call, Invoker.invoke(instance, call.index(), Payload.EMPTY));
  }

  @Test
  void allCallsSeeTheSameObject(CapturedStreams.Output output) {
    Instance instance = instance(7);
    assertThat(next(instance).value()).isEqualTo(7);
    assertThat(next(instance).value()).isEqualTo(8);
    instance.close();
    assertThat(output.out()).isEqualTo("desk 7 closed after 2\n");
  }

  @Test
  void twoServicesAreTwoObjects() {
    Instance one = instance(7);
    Instance other = instance(7);
    assertThat(next(one).value()).isEqualTo(7);
    assertThat(next(other).value()).isEqualTo(7);
  }

  @Test
  void aConstructorThatFailsFailsEveryCallAndIsLoggedOnce(CapturedStreams.Output output) {
    Logs.take();
    Instance instance = instance(-1);
    for (int i = 0; i < 2; i++) {
      assertThat(next(instance).failure())
          .isExactlyInstanceOf(ServiceException.class)
          .hasMessageContainingAll("Desk.next()", "could not be built", "no desk -1")
          .hasCauseExactlyInstanceOf(IOException.class);
    }
    instance.close();
    assertThat(output.out()).isEmpty();
    assertThat(Logs.take())
        .singleElement()
        .asString()
        .contains("WARNING", "could not be built", "no desk -1");
  }

  @Test
  void oneThatWasNeverUsedIsNeitherBuiltNorClosed(CapturedStreams.Output output) {
    instance(7).close();
    assertThat(output.out()).isEmpty();
  }

  @Test
  void aFailureToCloseIsLogged() {
    Logs.take();
    Instance instance = instance(13);
    assertThat(next(instance).value()).isEqualTo(13);
    instance.close();
    assertThat(Logs.take()).singleElement().asString().contains("WARNING", "the drawer is stuck");
  }

  @Test
  void anErrorWhileClosingIsLoggedToo() {
    Logs.take();
    Instance instance = instance(14);
    assertThat(next(instance).value()).isEqualTo(14);
    instance.close();
    assertThat(Logs.take()).singleElement().asString().contains("WARNING", "the desk collapses");
  }
}
