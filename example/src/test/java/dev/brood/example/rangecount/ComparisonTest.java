package dev.brood.example.rangecount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.example.Printed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private final Printed out = new Printed();
  private final Comparison comparison = new Comparison(out.stream());

  @Test
  void tellsWhichWaysCountDifferently() {
    comparison.run("serial", () -> List.of(1, 2, 3));
    comparison.run("same", () -> List.of(1, 2, 3));
    comparison.run("other order", () -> List.of(3, 2, 1));
    comparison.run("too few", () -> List.of(1, 2));

    assertThat(comparison.wrong()).containsExactly("other order", "too few");
    assertThat(out.lines())
        .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
        .containsExactly("yes", "yes", "NO", "NO");
  }
}
