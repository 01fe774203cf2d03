package dev.brood.example.rangecount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.Pool;
import dev.brood.example.Printed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeCountTest {
  private static final List<String> WAYS =
      List.of(
          "serial",
          "parallel stream",
          "blocking calls one by one",
          "map",
          "map with bound arguments",
          "outcomes",
          "stream",
          "mapAsync",
          "asynchronous, futures",
          "asynchronous, callbacks");

  private final Printed out = new Printed();

  @Test
  void comparesAllWaysInline() {
    try (Pool pool = Pool.inline()) {
      RangeCount.run(pool, 1, RangeCount.randomDigits(300), out.stream());
    }

    assertThatTableIsComplete();
    assertThat(out.text()).contains("With a single worker");
  }

  @Test
  void comparesAllWaysInWorkers() {
    try (Pool pool = Pool.start(2)) {
      RangeCount.run(pool, 2, RangeCount.randomDigits(1000), out.stream());
    }

    assertThatTableIsComplete();
    assertThat(out.text()).contains("With 2 workers map is faster");
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void countsBothEndsOfTheRange() {
    assertThat(Ways.serial(new int[][] {{3, 4, 5, 8, 9}, {0, 0, 0, 0, 0}, {}}))
        .containsExactly(3, 0, 0);
  }

  @Test
  void drawsTheSameDigitsEachTime() {
    int[][] rows = RangeCount.randomDigits(50);

    assertThat(RangeCount.randomDigits(50)).isDeepEqualTo(rows).hasDimensions(50, 5);
    assertThat(Arrays.stream(rows).flatMapToInt(Arrays::stream).distinct().sorted())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  private void assertThatTableIsComplete() {
    assertThat(out.lines()).filteredOn(line -> line.endsWith("  yes")).hasSize(WAYS.size());
    for (String way : WAYS) {
      assertThat(out.lines())
          .filteredOn(line -> line.startsWith(way + "  "))
          .as(way)
          .singleElement()
          .asString()
          .endsWith("  yes");
    }
  }
}
