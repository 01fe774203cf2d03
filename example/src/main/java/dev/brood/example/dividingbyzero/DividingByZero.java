package dev.brood.example.dividingbyzero;

import dev.brood.Calls;
import dev.brood.Outcome;
import dev.brood.Pool;
import dev.brood.RemoteMethodException;
import dev.brood.Task;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * What a caller sees when a method fails in a worker.
 *
 * <p>The lesson: exceptions arrive, with their message, their causes and the stack frames of the
 * worker in which they were thrown; only the wrapping depends on the form of the call.
 *
 * <ul>
 *   <li>The blocking proxy throws what the method threw, as if it had run here.
 *   <li>{@link Task#get()} wraps it in an {@link ExecutionException}, as every future does.
 *   <li>{@code pool.map} wraps it in a {@link CompletionException}, as streams of futures do. It
 *       ends with the first failure.
 *   <li>{@code pool.outcomes} does not: it tells of each call what became of it.
 *   <li>An exception that the method declares keeps its type, and so do the common ones of the JDK.
 *   <li>Any other arrives in words, as a {@link RemoteMethodException}: a type is never loaded
 *       because another process has named it. Declare what callers shall catch.
 * </ul>
 *
 * <p>A failed call costs the worker nothing: the pool goes on.
 */
public final class DividingByZero {
  private static final int WORKERS = 2;
  private static final List<Integer> DIVISORS = List.of(2, 0, 1);
  private static final String THIS_PROGRAM = Division.class.getPackageName();

  /** A frame of this kind stands between those of the worker and those of the caller. */
  private static final String BORDER = "brood.";

  private final Pool pool;
  private final DivisionParallel.Blocking division;
  private final PrintStream out;

  DividingByZero(Pool pool, PrintStream out) {
    this.pool = pool;
    this.division = DivisionParallel.blocking(pool);
    this.out = out;
  }

  /** Runs the program. */
  public static void main(String... arguments) throws InterruptedException {
    try (Pool pool = Pool.start(WORKERS)) {
      new DividingByZero(pool, System.out).run();
    }
  }

  void run() throws InterruptedException {
    blockingCall();
    task();
    map();
    outcomes();
    declaredException();
    undeclaredException();
    out.println("The pool goes on: 84 / 2 = " + division.divide(84, 2));
  }

  private void blockingCall() {
    try {
      throw missing(division.divide(1, 0));
    } catch (ArithmeticException e) {
      show("A blocking call throws what the method threw", e);
    }
  }

  private void task() throws InterruptedException {
    Task<Integer> quotient = DivisionParallel.on(pool).divide(1, 0);
    try {
      throw missing(quotient.get());
    } catch (ExecutionException e) {
      show("Task.get wraps it in an ExecutionException", e);
    }
  }

  private void map() {
    try {
      throw missing(pool.map(DIVISORS, divisor -> DivisionParallel.divide(10, divisor)));
    } catch (CompletionException e) {
      show("pool.map wraps it in a CompletionException", e);
    }
  }

  private void outcomes() {
    List<Outcome<Integer>> quotients =
        pool.outcomes(Calls.of(DIVISORS, divisor -> DivisionParallel.divide(10, divisor)));
    out.println("pool.outcomes tells what became of each:");
    for (Outcome<Integer> quotient : quotients) {
      out.println("  " + (quotient.isSuccess() ? quotient.get() : quotient.failure()));
    }
    out.println();
  }

  private void declaredException() {
    try {
      throw missing(division.share(10, 3));
    } catch (UnfairException e) {
      show("An exception that the method declares keeps its type", e);
    }
  }

  private void undeclaredException() {
    try {
      throw missing(division.average(new int[0]));
    } catch (RemoteMethodException e) {
      show("Any other arrives in words; it was a " + e.typeName(), e);
    }
  }

  private static IllegalStateException missing(Object result) {
    return new IllegalStateException("an exception was expected, not the result " + result);
  }

  /** Prints an exception and its causes, with those frames that are not the library's own. */
  private void show(String title, Throwable exception) {
    out.println(title + ":");
    String label = "  ";
    for (Throwable e = exception; e != null; e = e.getCause()) {
      out.println(label + e);
      Arrays.stream(e.getStackTrace())
          .filter(DividingByZero::isOfInterest)
          .forEach(frame -> out.println("      at " + frame));
      label = "  caused by ";
    }
    out.println();
  }

  private static boolean isOfInterest(StackTraceElement frame) {
    return frame.getClassName().startsWith(THIS_PROGRAM) || frame.getClassName().startsWith(BORDER);
  }
}
