package shop;

import dev.brood.Pool;
import dev.brood.ServiceException;
import java.util.List;
import java.util.Locale;

public final class Main {
  public static void main(String[] args) throws Exception {
    if (!Main.class.getModule().isNamed()) {
      throw new IllegalStateException("not on the module path");
    }
    try (Pool pool = Pool.start(1)) {
      PricesParallel.Blocking prices = PricesParallel.blocking(pool);
      List<Prices.Item> items = List.of(new Prices.Item("pen", 250), new Prices.Item("ink", 500));
      System.out.println("total: " + prices.total(items));
      System.out.println("map: " + pool.map(List.of(items, items), PricesParallel::total));
      try {
        prices.total(List.of());
      } catch (SoldOutException e) {
        System.out.println("thrown: " + e.getMessage());
      }

      Offer.Price price = new Offer.Price(21);
      System.out.println("receiver: " + Offer_PriceParallel.blocking(pool).times(price, 2));
      Offer barter = new Offer.Barter(List.of("pen"));
      List<Offer> offers = List.of(price, barter, Offer.Gift.WINE, price);
      var counts = prices.count(offers);
      System.out.println(
          "sealed: " + counts.get(price) + counts.get(barter) + counts.get(Offer.Gift.WINE));

      Money sum = prices.add(new Money("EUR", 40), new Money("EUR", 2));
      System.out.println("creator: " + sum.currency() + " " + sum.getCents());
      System.out.println("codec: " + prices.language(Locale.CANADA_FRENCH));

      CounterParallel.Instance counter = new CounterParallel.Instance(41);
      System.out.println("service: " + CounterParallel.blocking(pool, counter).next());
      try {
        CounterParallel.blocking(pool, new CounterParallel.Instance(-1)).next();
      } catch (ServiceException e) {
        System.out.println("service: " + e.getCause().getMessage());
      }

      Prices.Where where = prices.where();
      boolean elsewhere = where.process() != ProcessHandle.current().pid();
      System.out.println("elsewhere: " + elsewhere + ", in the module " + where.module());
    }
  }
}
