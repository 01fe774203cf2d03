package dev.brood.example;

import dev.brood.example.bounds.InnerAndOuterBound;
import dev.brood.example.cancelling.Cancelling;
import dev.brood.example.crashtour.CrashTour;
import dev.brood.example.dividingbyzero.DividingByZero;
import dev.brood.example.rangecount.RangeCount;
import dev.brood.example.squares.Squares;
import dev.brood.example.wordcount.WordCount;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Runs one of the examples: {@code java dev.brood.example.Examples range-count}. Without a name it
 * lists them. The exit code is 0 if the program has run and everything it checked was right, 1 if
 * not, and 2 if there is no such program.
 */
public final class Examples {
  private static final int NO_SUCH_PROGRAM = 2;

  private static final List<Program> PROGRAMS =
      List.of(
          new Program(
              "range-count",
              "200,000 small calls made in every way: which form to choose, when serial wins",
              RangeCount::main),
          new Program(
              "bounds",
              "two different methods at once, a time limit for each, one pool for all rounds",
              InnerAndOuterBound::main),
          new Program(
              "squares",
              "the first steps: submit a call, wait for several, map over a collection",
              Squares::main),
          new Program(
              "dividing-by-zero",
              "exceptions that cross the border between two processes",
              DividingByZero::main),
          new Program(
              "cancelling",
              "work that nobody wants any more: withdrawn, interrupted, killed, out of time",
              Cancelling::main),
          new Program(
              "word-count",
              "map and reduce: words counted by many calls, combined where they were counted",
              WordCount::main),
          new Program(
              "crash-tour",
              "what a segmentation fault, an exit, a full heap and a kill look like to the caller",
              CrashTour::main));

  private Examples() {}

  /**
   * Runs the program that the first argument names, with the other arguments.
   *
   * @param arguments the program's name and what it takes; {@code list} or nothing lists the names
   */
  public static void main(String... arguments) throws Exception {
    int exitCode = run(System.out, System.err, arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** What {@link #main} does, up to the exit code. A program that fails throws. */
  static int run(PrintStream out, PrintStream err, String... arguments) throws Exception {
    if (arguments.length == 0 || arguments[0].equals("list")) {
      list(out);
      return 0;
    }
    Optional<Program> program =
        PROGRAMS.stream().filter(candidate -> candidate.name().equals(arguments[0])).findFirst();
    if (program.isEmpty()) {
      err.println("There is no example named '" + arguments[0] + "'. There are:");
      list(err);
      return NO_SUCH_PROGRAM;
    }
    program.get().main().run(Arrays.copyOfRange(arguments, 1, arguments.length));
    return 0;
  }

  private static void list(PrintStream out) {
    for (Program program : PROGRAMS) {
      out.printf("%-16s  %s%n", program.name(), program.lesson());
    }
  }
}
