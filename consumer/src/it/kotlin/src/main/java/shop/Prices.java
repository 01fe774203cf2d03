package shop;

import dev.brood.Parallel;
import java.util.List;

final class Prices {
  record Item(String name, int cents) {}

  private Prices() {}

  @Parallel
  static int total(List<Item> items) {
    return items.stream().mapToInt(Item::cents).sum();
  }
}
