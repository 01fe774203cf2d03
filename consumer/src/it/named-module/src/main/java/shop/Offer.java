package shop;

import dev.brood.Parallel;
import java.util.List;

sealed interface Offer {
  record Price(int cents) implements Offer {
    @Parallel
    Price times(int factor) {
      return new Price(factor * cents);
    }
  }

  record Barter(List<String> goods) implements Offer {}

  enum Gift implements Offer {
    FLOWERS,
    WINE
  }
}
