package dev.brood.example.dividingbyzero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.example.Printed;
import org.junit.jupiter.api.Test;

class DividingByZeroTest {
  private final Printed out = new Printed();

  @Test
  void showsEveryExceptionInline() throws Exception {
    try (Pool pool = Pool.inline()) {
      new DividingByZero(pool, out.stream()).run();
    }
    assertThatAllExceptionsAreShown();
  }

  @Test
  void showsEveryExceptionFromWorkers() throws Exception {
    try (Pool pool = Pool.start(2)) {
      new DividingByZero(pool, out.stream()).run();
    }
    assertThatAllExceptionsAreShown();
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  private void assertThatAllExceptionsAreShown() {
    String division = Division.class.getName();
    assertThat(out.text())
        .containsSubsequence(
            "A blocking call throws",
            "\n  java.lang.ArithmeticException: / by zero\n      at " + division + ".divide(",
            "Task.get wraps",
            "\n  java.util.concurrent.ExecutionException: java.lang.ArithmeticException: / by zero",
            "\n  caused by java.lang.ArithmeticException: / by zero\n      at "
                + division
                + ".divide(",
            "pool.map wraps",
            "\n  java.util.concurrent.CompletionException: ",
            "\n  caused by java.lang.ArithmeticException: / by zero\n      at "
                + division
                + ".divide(",
            "pool.outcomes tells what became of each:\n"
                + "  5\n  java.lang.ArithmeticException: / by zero\n  10\n",
            "keeps its type",
            "\n  " + UnfairException.class.getName() + ": 10 sweets for 3 children: 1 left over\n",
            "in words; it was a " + NothingToAverageException.class.getName(),
            "\n  dev.brood.RemoteMethodException: "
                + NothingToAverageException.class.getName()
                + ": no values\n      at "
                + division
                + ".average(",
            "\n  caused by java.lang.ArithmeticException: / by zero\n      at "
                + division
                + ".divide(",
            "The pool goes on: 84 / 2 = 42");
  }
}
