package shop;

import dev.brood.Pool;
import java.util.List;

public final class Main {
  public static void main(String[] args) {
    if (!Main.class.getModule().isNamed()) {
      throw new IllegalStateException("not on the module path");
    }
    try (Pool pool = Pool.start(1)) {
      PricesParallel.Blocking prices = PricesParallel.blocking(pool);
      int total = prices.total(List.of(new Prices.Item("pen", 250), new Prices.Item("ink", 500)));
      boolean elsewhere = prices.process() != ProcessHandle.current().pid();
      System.out.println("total " + total + " elsewhere " + elsewhere);
    }
  }
}
