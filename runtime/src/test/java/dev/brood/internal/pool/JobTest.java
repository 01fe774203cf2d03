package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import dev.brood.fixtures.Probe;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A job is settled once, and has its arguments from the beginning. */
class JobTest {
  private static final Answer FIRST = Answer.lost(new IllegalStateException("first"));
  private static final Answer SECOND = Answer.lost(new IllegalStateException("second"));

  private static WireCall<?> callWith(Consumer<WireWriter> arguments) {
    return Probe.call(arguments, invocation -> {}, in -> "");
  }

  @Test
  void onlyTheFirstAnswerCounts() {
    TestJob job = new TestJob();
    assertThat(job.isSettled()).isFalse();
    job.settle(FIRST);
    job.settle(SECOND);
    assertThat(job.isSettled()).isTrue();
    assertThat(job.answers).containsExactly(FIRST);
  }

  @Test
  void anAbandonedJobIsSettledWithoutAnAnswer() {
    TestJob job = new TestJob();
    job.abandon();
    job.settle(FIRST);
    assertThat(job.isSettled()).isTrue();
    assertThat(job.answers).isEmpty();
  }

  @Test
  void argumentsAreEncodedAtOnce() {
    int[] array = {1, 2};
    Job job = new BlockingJob<>(callWith(out -> out.writeIntArray(array)));
    array[0] = 7;
    assertThat(job.arguments().toByteArray()).startsWith(3, 1, 0, 0, 0, 2);
  }

  @Test
  void argumentsThatCannotBeEncodedAreToldWithTheMethod() {
    assertThatThrownBy(
            () ->
                new BlockingJob<>(
                    callWith(
                        out -> {
                          throw new UnsupportedOperationException("accessor");
                        })))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContainingAll("probe.Methods.method()", "arguments", "encoded", "accessor")
        .hasCauseInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> new BlockingJob<>(callWith(JobTest::writeForEver)))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining("contains itself");
  }

  private static void writeForEver(WireWriter out) {
    if (out.begin(out)) {
      writeForEver(out);
    }
  }
}
