package dev.brood.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.PlayedPeer;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import dev.brood.wire.Payload;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who rings gets on with his work, whether or not anybody listens. */
class RingerTest {
  /** More than any pipe holds. */
  private static final int MANY = 200_000;

  private Process process;

  static Stream<Named<Function<Process, Ringer>>> ways() {
    return Stream.of(
        Named.of("by what has been read", Ringer::of), Named.of("blindly", Ringer::blind));
  }

  private Ringer ringer(Function<Process, Ringer> way, String... command) throws IOException {
    process = new ProcessBuilder(command).start();
    return way.apply(process);
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
    Await.value(process.onExit());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whoSleepsIsWoken(Function<Process, Ringer> way) throws IOException {
    try (Ringer ringer = ringer(way, "cat")) {
      for (int i = 0; i < 100; i++) {
        ringer.ring();
        assertThat(process.getInputStream().read()).isEqualTo('\n');
      }
    }
    assertThat(process.getInputStream().read()).as("the pipe is closed").isEqualTo(-1);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whoNeverReadsHoldsUpNobody(Function<Process, Ringer> way) throws IOException {
    Ringer ringer = ringer(way, "sleep", "1000");
    Future<Boolean> rung =
        Threads.run(
            () -> {
              for (int i = 0; i < MANY; i++) {
                ringer.ring();
              }
              ringer.close();
              ringer.ring();
              ringer.close();
              return true;
            });
    assertThat(Await.value(rung)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whoSaysAgainAndAgainThatItSleepsHoldsUpNoSender(Function<Process, Ringer> way)
      throws IOException {
    Ringer ringer = ringer(way, "sleep", "1000");
    PlayedPeer peer = PlayedPeer.ofCapacity(1024, ringer::ring);
    Future<Boolean> sent =
        Threads.run(
            () -> {
              for (int i = 1; i <= MANY; i++) {
                peer.saySleep((long) i << 2 | 3);
                peer.channel().send(List.of(Frame.outcome(i, Payload.EMPTY)));
                peer.sayRead(i * 24L);
              }
              return true;
            });
    assertThat(Await.value(sent)).isTrue();
    assertThat(peer.bells()).as("the bell was rung for each").isEqualTo(MANY);
    peer.channel().close();
    ringer.close();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whoHasEndedIsRungInVain(Function<Process, Ringer> way) throws IOException {
    try (Ringer ringer = ringer(way, "true")) {
      Await.value(process.onExit());
      for (int i = 0; i < 10; i++) {
        ringer.ring();
      }
    }
  }
}
