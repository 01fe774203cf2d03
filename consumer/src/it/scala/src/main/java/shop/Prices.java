package shop;

import dev.brood.Parallel;
import java.io.IOException;
import java.util.List;

final class Prices {
  record Item(String name, int cents) {}

  sealed interface Offer {}

  record Price(int cents) implements Offer {}

  record Barter(List<String> goods) implements Offer {}

  private Prices() {}

  @Parallel
  static int total(List<Item> items) throws IOException {
    if (items.isEmpty()) {
      throw new IOException("nothing to pay");
    }
    return items.stream().mapToInt(Item::cents).sum();
  }

  @Parallel
  static Offer twice(Offer offer) {
    if (offer instanceof Price price) {
      return new Price(2 * price.cents);
    }
    return offer;
  }

  @Parallel
  static long process() {
    return ProcessHandle.current().pid();
  }
}
