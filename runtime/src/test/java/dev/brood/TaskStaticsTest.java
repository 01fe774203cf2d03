package dev.brood;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What looks like a way to start work in a worker, but would start it here. */
@SuppressWarnings("deprecation") // deprecated so that nobody else calls it
class TaskStaticsTest {
  @Test
  void inheritedFactoriesExplainThemselves() {
    expectAdvice(() -> Task.supplyAsync(() -> 1), "supplyAsync");
    expectAdvice(() -> Task.supplyAsync(() -> 1, Runnable::run), "supplyAsync");
    expectAdvice(() -> Task.runAsync(() -> {}), "runAsync");
    expectAdvice(() -> Task.runAsync(() -> {}, Runnable::run), "runAsync");
  }

  private static void expectAdvice(ThrowingCallable call, String name) {
    assertThatThrownBy(call)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("Task." + name + " would run in this process.")
        .hasMessageContaining("submit a call of a @Parallel method to a pool")
        .hasMessageEndingWith("CompletableFuture." + name);
  }
}
