package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.CallOptions;
import dev.brood.Calls;
import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.Row;
import dev.brood.testkit.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What travels along with a call. */
class ContextTest {
  @AfterEach
  void clear() {
    TraceCarrier.TRACE.remove();
  }

  @ForEachKind
  @Row("A22")
  void theTraceOfTheSubmittingThreadIsRestoredAroundTheCall(Kind kind) {
    try (Pool pool = kind.start(1)) {
      TraceCarrier.TRACE.set("id-1");
      assertThat(pool.call(TracingParallel.trace())).isEqualTo("id-1");
      var task = pool.submit(TracingParallel.trace());
      TraceCarrier.TRACE.set("id-2");
      assertThat(Await.value(task)).as("as it was when it was submitted").isEqualTo("id-1");
      assertThat(pool.map(Calls.of(List.of(1, 2), x -> TracingParallel.trace())))
          .containsExactly("id-2", "id-2");
      TraceCarrier.TRACE.remove();
      assertThat(pool.call(TracingParallel.trace())).as("gone with its call").isEqualTo("null");
    }
  }

  @ForEachKind
  @Row("A22")
  void theTraceGoesOnIntoNestedCalls(Kind kind) {
    try (Pool pool = kind.start(1)) {
      TraceCarrier.TRACE.set("id-3");
      assertThat(pool.call(TracingParallel.traceOfNested())).isEqualTo("id-3");
    }
  }

  @ForEachKind
  @Row("A22")
  void aCarrierWithAFaultCarriesNothing(Kind kind) {
    try (Pool pool = kind.start(1)) {
      TraceCarrier.TRACE.set(TraceCarrier.FAULT);
      assertThat(pool.call(WorkParallel.square(2))).isEqualTo(4);
    }
  }

  @ForEachKind
  @Row("A22")
  void theCallKnowsHowMuchTimeItHas(Kind kind) {
    try (Pool pool = kind.start(1)) {
      assertThat(pool.call(TracingParallel.remaining())).isEqualTo(-1);
      CallOptions anHour = CallOptions.none().deadline(Duration.ofHours(1));
      assertThat(pool.call(TracingParallel.remaining().with(anHour)))
          .isBetween(1L, Duration.ofHours(1).toMillis());
    }
  }
}
