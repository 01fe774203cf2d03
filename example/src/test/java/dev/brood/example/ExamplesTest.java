package dev.brood.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExamplesTest {
  private final Printed out = new Printed();
  private final Printed err = new Printed();

  @Test
  void listsThePrograms() throws Exception {
    assertThat(Examples.run(out.stream(), err.stream(), "list")).isZero();

    assertThat(out.lines())
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly(
            "range-count",
            "bounds",
            "squares",
            "dividing-by-zero",
            "cancelling",
            "word-count",
            "crash-tour");
    assertThat(err.text()).isEmpty();
  }

  @Test
  void listsThemIfNoneIsNamed() throws Exception {
    assertThat(Examples.run(out.stream(), err.stream())).isZero();

    assertThat(out.lines()).hasSize(7);
  }

  @Test
  void refusesAnUnknownName() throws Exception {
    assertThat(Examples.run(out.stream(), err.stream(), "rangecount")).isEqualTo(2);

    assertThat(out.text()).isEmpty();
    assertThat(err.text()).contains("'rangecount'").contains("range-count ");
  }
}
