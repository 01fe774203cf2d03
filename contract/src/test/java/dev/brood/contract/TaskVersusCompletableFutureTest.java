package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.Row;
import dev.brood.testkit.Await;
import dev.brood.testkit.NoLeaks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A task behaves as a {@link CompletableFuture} does: each case is run on both, and what is seen of
 * the two is compared. {@link #DIFFERENCES} tells where it does not, and why.
 */
class TaskVersusCompletableFutureTest {
  private static final long SHORT = 1;
  private static final long LONG = TimeUnit.HOURS.toMillis(1);

  /** What is done with a future, and what is seen then. */
  private interface Case {
    Object run(Subject subject) throws Throwable;
  }

  /** Where a task differs on purpose. */
  private record Difference(String ofFuture, String ofTask, String reason) {}

  private static final Map<String, Difference> DIFFERENCES =
      Map.of(
          "obtrude a value after success",
          new Difference(
              "7", "UnsupportedOperationException", "others may have seen the outcome already"),
          "obtrude an exception after success",
          new Difference(
              "CompletionException: IllegalStateException: other",
              "UnsupportedOperationException",
              "others may have seen the outcome already"),
          "dependents are of the same class",
          new Difference("true", "false", "a dependent is not the work, and cannot end it"),
          "the default executor is the JDK's",
          new Difference(
              "true",
              "false",
              "the JDK's has as many threads as processors: a callback that blocks"
                  + " would delay others"),
          "the name tells the method",
          new Difference("false", "true", "a log should tell which call it was"));

  private static final Map<String, Case> ON_SUCCESS = new LinkedHashMap<>();
  private static final Map<String, Case> ON_FAILURE = new LinkedHashMap<>();

  private static void onSuccess(String name, Case code) {
    assertThat(ON_SUCCESS.put(name, code)).isNull();
  }

  private static void onFailure(String name, Case code) {
    assertThat(ON_FAILURE.put(name, code)).isNull();
  }

  /** In both cases, and told apart by their names. */
  private static void onBoth(String name, Case code) {
    onSuccess(name + " after success", code);
    onFailure(name + " after failure", code);
  }

  private static CompletableFuture<Integer> settled(Subject subject) {
    subject.settle();
    return subject.future();
  }

  private static String state(CompletableFuture<?> future) {
    return future.isDone() + " " + future.isCancelled() + " " + future.isCompletedExceptionally();
  }

  private static Object raised(Throwable failure) {
    return words(failure);
  }

  static {
    // ---- completion ----
    onSuccess("not done before", s -> state(s.future()));
    onBoth("state", s -> state(settled(s)));
    onBoth("join", s -> settled(s).join());
    onBoth("get", s -> settled(s).get());
    onBoth("get with a limit", s -> settled(s).get(LONG, TimeUnit.MILLISECONDS));
    onBoth("getNow", s -> settled(s).getNow(0));
    onSuccess("getNow before", s -> s.future().getNow(0));
    onSuccess(
        "get with a limit that is reached", s -> s.future().get(SHORT, TimeUnit.MILLISECONDS));
    onSuccess(
        "get when interrupted",
        s -> {
          Thread.currentThread().interrupt();
          return s.future().get();
        });
    onBoth("complete", s -> settled(s).complete(7) + " " + state(s.future()));
    onBoth("completeExceptionally", s -> settled(s).completeExceptionally(new Exception("late")));
    onBoth("number of dependents", s -> settled(s).getNumberOfDependents());

    // ---- dependents ----
    onBoth("thenApply", s -> settled(s).thenApply(x -> x + 1).join());
    onBoth("thenApplyAsync", s -> settled(s).thenApplyAsync(x -> x + 1).join());
    onBoth("thenAccept", s -> settled(s).thenAccept(x -> {}).join());
    onBoth("thenRun", s -> settled(s).thenRun(() -> {}).join());
    onBoth("thenApply added before", s -> before(s, s.future().thenApply(x -> x + 1)));
    onBoth("thenApplyAsync added before", s -> before(s, s.future().thenApplyAsync(x -> x + 1)));
    onBoth(
        "handle added before",
        s -> before(s, s.future().handle((value, failure) -> value + " " + raised(failure))));
    onBoth(
        "handle", s -> settled(s).handle((value, failure) -> value + " " + raised(failure)).join());
    onBoth(
        "handle of a dependent",
        s ->
            settled(s)
                .thenApply(x -> x + 1)
                .handle((value, failure) -> value + " " + raised(failure))
                .join());
    onBoth("whenComplete", s -> settled(s).whenComplete((value, failure) -> {}).join());
    onBoth(
        "whenComplete that throws",
        s ->
            settled(s)
                .whenComplete(
                    (value, failure) -> {
                      throw new IllegalStateException("in whenComplete");
                    })
                .join());
    onBoth("exceptionally", s -> settled(s).exceptionally(failure -> -1).join());
    onBoth(
        "exceptionally sees",
        s ->
            settled(s)
                .handle((v, e) -> 0)
                .thenCombine(s.future().exceptionally(e -> -1), Integer::sum)
                .join());
    onBoth(
        "exceptionallyCompose",
        s -> settled(s).exceptionallyCompose(e -> CompletableFuture.completedFuture(-2)).join());
    onBoth(
        "thenCompose",
        s -> settled(s).thenCompose(x -> CompletableFuture.completedFuture(x * 2)).join());
    onBoth(
        "thenCompose to a failure",
        s ->
            settled(s)
                .thenCompose(
                    x -> CompletableFuture.<Integer>failedFuture(new Exception("composed")))
                .join());
    onBoth(
        "thenCombine",
        s -> settled(s).thenCombine(CompletableFuture.completedFuture(10), Integer::sum).join());
    onBoth(
        "acceptEither",
        s -> settled(s).applyToEither(new CompletableFuture<Integer>(), x -> x + 1).join());
    onBoth(
        "runAfterBoth",
        s -> settled(s).runAfterBoth(CompletableFuture.completedFuture(0), () -> {}).join());
    onBoth("allOf", s -> CompletableFuture.allOf(settled(s)).join());
    onBoth("anyOf", s -> CompletableFuture.anyOf(settled(s)).join());
    onBoth(
        "a function that throws",
        s ->
            settled(s)
                .thenApply(
                    x -> {
                      throw new IllegalStateException("in thenApply");
                    })
                .join());
    onBoth("copy", s -> settled(s).copy().join());
    onBoth(
        "minimalCompletionStage",
        s -> settled(s).minimalCompletionStage().toCompletableFuture().join());
    onBoth(
        "toCompletableFuture is itself", s -> same(settled(s).toCompletableFuture(), s.future()));
    onSuccess(
        "minimalCompletionStage cannot be completed",
        s -> ((CompletableFuture<Integer>) s.future().minimalCompletionStage()).complete(1));

    // ---- cancellation, and completion from outside ----
    onSuccess("cancel", s -> s.future().cancel(true) + " " + state(s.future()));
    onSuccess("cancel without interrupt", s -> s.future().cancel(false) + " " + state(s.future()));
    onSuccess("cancel twice", s -> s.future().cancel(true) + " " + s.future().cancel(true));
    onBoth("cancel what is done", s -> settled(s).cancel(true) + " " + state(s.future()));
    onSuccess("join what is cancelled", s -> cancelled(s).join());
    onSuccess("get what is cancelled", s -> cancelled(s).get());
    onSuccess("getNow of what is cancelled", s -> cancelled(s).getNow(0));
    onSuccess("a dependent of what is cancelled", s -> cancelled(s).thenApply(x -> x).join());
    onSuccess("handle of what is cancelled", s -> cancelled(s).handle((v, e) -> raised(e)).join());
    onSuccess(
        "exceptionally of what is cancelled", s -> cancelled(s).exceptionally(e -> -1).join());
    onSuccess(
        "settle what is cancelled",
        s -> {
          CompletableFuture<Integer> future = cancelled(s);
          s.settle();
          return state(future);
        });
    onSuccess("complete from outside", s -> s.future().complete(7) + " " + s.future().join());
    onSuccess("complete twice", s -> s.future().complete(7) + " " + s.future().complete(8));
    onSuccess("complete with null", s -> s.future().complete(null) + " " + s.future().join());
    onSuccess(
        "completeExceptionally from outside",
        s -> {
          s.future().completeExceptionally(new IllegalStateException("outside"));
          return s.future().join();
        });
    onSuccess(
        "completeExceptionally with a CompletionException",
        s -> {
          s.future().completeExceptionally(new CompletionException(new Exception("inner")));
          return s.future().join();
        });
    onSuccess(
        "completeExceptionally with a cancellation",
        s -> {
          s.future().completeExceptionally(new CancellationException("outside"));
          return state(s.future());
        });
    onSuccess("completeExceptionally with null", s -> s.future().completeExceptionally(null));
    onSuccess(
        "a dependent of what was completed from outside",
        s -> {
          CompletableFuture<Integer> dependent = s.future().thenApply(x -> x + 1);
          s.future().complete(7);
          return Await.value(dependent);
        });
    onSuccess("completeAsync", s -> s.future().completeAsync(() -> 7).join());
    onSuccess(
        "completeAsync that throws",
        s ->
            s.future()
                .completeAsync(
                    () -> {
                      throw new IllegalStateException("in completeAsync");
                    })
                .join());
    onSuccess("orTimeout", s -> s.future().orTimeout(SHORT, TimeUnit.MILLISECONDS).join());
    onSuccess(
        "orTimeout is itself",
        s -> same(s.future().orTimeout(LONG, TimeUnit.MILLISECONDS), s.future()));
    onBoth(
        "orTimeout not reached",
        s -> {
          CompletableFuture<Integer> future = s.future().orTimeout(LONG, TimeUnit.MILLISECONDS);
          s.settle();
          return future.join();
        });
    onSuccess(
        "completeOnTimeout",
        s -> s.future().completeOnTimeout(9, SHORT, TimeUnit.MILLISECONDS).join());
    onBoth(
        "completeOnTimeout not reached",
        s -> {
          CompletableFuture<Integer> future =
              s.future().completeOnTimeout(9, LONG, TimeUnit.MILLISECONDS);
          s.settle();
          return future.join();
        });
    onSuccess(
        "cancelling a dependent leaves the source",
        s -> {
          s.future().thenApply(x -> x).cancel(true);
          return settled(s).join();
        });
    onSuccess(
        "completing a copy leaves the source",
        s -> {
          s.future().copy().complete(1);
          return settled(s).join();
        });
    onSuccess("thenApply of null", s -> s.future().thenApply(null));

    // ---- where they differ ----
    onSuccess(
        "obtrude a value after success",
        s -> {
          settled(s).obtrudeValue(7);
          return s.future().join();
        });
    onSuccess(
        "obtrude an exception after success",
        s -> {
          settled(s).obtrudeException(new IllegalStateException("other"));
          return s.future().join();
        });
    onSuccess(
        "dependents are of the same class",
        s -> s.future().newIncompleteFuture().getClass().equals(s.future().getClass()));
    onSuccess(
        "the default executor is the JDK's",
        s -> s.future().defaultExecutor().equals(new CompletableFuture<>().defaultExecutor()));
    onSuccess("the name tells the method", s -> s.future().toString().contains("Work.pass"));
  }

  @SuppressWarnings("ReferenceEquality") // whether it is the very same is the question
  private static boolean same(Object one, Object other) {
    return one == other;
  }

  private static Object before(Subject subject, CompletableFuture<?> dependent) {
    subject.settle();
    return Await.value(dependent.handle((v, e) -> e == null ? String.valueOf(v) : words(e)));
  }

  private static CompletableFuture<Integer> cancelled(Subject subject) {
    subject.future().cancel(true);
    return subject.future();
  }

  /** A failure with its causes, without the stacks. */
  private static String words(Throwable failure) {
    if (failure == null) {
      return "none";
    }
    String name = failure.getClass().getSimpleName();
    if (failure instanceof CancellationException
        || failure instanceof UnsupportedOperationException) {
      return name; // the JDK gives no message, or none that says anything
    }
    if (failure instanceof NullPointerException) {
      return name;
    }
    Throwable cause = failure.getCause();
    if (cause != null) {
      return name + ": " + words(cause);
    }
    return name + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
  }

  private static String seen(Case code, Subject subject) {
    try (subject) {
      return String.valueOf(code.run(subject));
    } catch (Throwable e) {
      return words(e);
    } finally {
      Thread.interrupted();
    }
  }

  // ---- the comparison ----

  private static final Map<Kind, Pool> POOLS = new LinkedHashMap<>();

  @BeforeAll
  static void start() {
    POOLS.put(Kind.CHILD_JVMS, Kind.CHILD_JVMS.start(2));
    POOLS.put(Kind.THREADS, Kind.THREADS.start(2));
  }

  @AfterAll
  static void close() {
    POOLS.values().forEach(Pool::close);
    assertThat(NoLeaks.children()).isEmpty();
  }

  /** An inline task is complete when it is handed out, so there is nothing to compare before. */
  static Stream<Arguments> cases() {
    return Stream.of(Kind.CHILD_JVMS, Kind.THREADS)
        .flatMap(
            kind ->
                Stream.concat(
                    ON_SUCCESS.keySet().stream().map(name -> Arguments.of(kind, name, true)),
                    ON_FAILURE.keySet().stream().map(name -> Arguments.of(kind, name, false))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  @Row("A17")
  void theSameIsSeen(Kind kind, String name, boolean succeeds) {
    Case code = (succeeds ? ON_SUCCESS : ON_FAILURE).get(name);
    String ofFuture = seen(code, Subject.ofJdk(succeeds));
    String ofTask = seen(code, Subject.ofPool(POOLS.get(kind), succeeds));
    Difference difference = DIFFERENCES.get(name);
    if (difference == null) {
      assertThat(ofTask).isEqualTo(ofFuture);
    } else {
      assertThat(ofFuture).isEqualTo(difference.ofFuture());
      assertThat(ofTask).as(difference.reason()).isEqualTo(difference.ofTask());
    }
  }

  @Test
  void everyDifferenceIsACase() {
    assertThat(ON_SUCCESS.keySet()).containsAll(DIFFERENCES.keySet());
    assertThat(DIFFERENCES.values()).allMatch(difference -> !difference.reason().isBlank());
  }
}
