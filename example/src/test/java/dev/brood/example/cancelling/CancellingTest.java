package dev.brood.example.cancelling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.example.Printed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CancellingTest {
  private static final Pattern FREE = Pattern.compile("its worker, process (\\d+), is free");
  private static final Pattern KILLED = Pattern.compile("process (\\d+) has ended, (\\d+) serves");

  /** A worker that gets no time on a busy machine does not tell its stack; but not for ever. */
  private static final int TRIES = 20;

  private Printed out = new Printed();

  @Test
  void endsWorkInEveryWay() throws Exception {
    Cancelling.run(out.stream());
    for (int i = 1; i < TRIES && !out.text().contains("caused by"); i++) {
      out = new Printed();
      Cancelling.run(out.stream());
    }

    String chores = Chores.class.getName();
    assertThat(out.text())
        .containsSubsequence(
            "A call that has not begun is withdrawn",
            "\n  withdraw(): true\n  cancelled:  true\n",
            "A call that is running is interrupted",
            "\n  withdraw(): false\n  cancel():   true\n  stopped():  it has begun, tidied up\n",
            "This one does not, so its process is killed after 200 ms.",
            "\n  cancel():   true\n  stopped():  process ",
            "A limit of time, here 300 ms, does so by itself.",
            "\n  " + chores + ".oddPerfectNumber(Path) ran longer than 0.3s on ",
            "\n  caused by dev.brood.WorkerStack: where ",
            "\n      at " + chores + ".sumOfDivisors(",
            "\n      at " + chores + ".oddPerfectNumber(",
            "The pool serves on, in process ");
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void killsOnlyWhatDoesNotHeedAnInterrupt() throws Exception {
    Cancelling.run(out.stream());

    Matcher free = find(FREE);
    Matcher killed = find(KILLED);
    assertThat(killed.group(1)).isEqualTo(free.group(1)).isNotEqualTo(killed.group(2));
    assertThat(out.lines()).last().asString().doesNotContain(killed.group(1));
  }

  private Matcher find(Pattern pattern) {
    Matcher matcher = pattern.matcher(out.text());
    assertThat(matcher.find()).as(out.text()).isTrue();
    return matcher;
  }
}
