package shop;

import dev.brood.Pool;
import java.util.List;

public final class Main {
  public static void main(String[] args) {
    try (Pool pool = Pool.start(2)) {
      Money money = Money.builder().currency("EUR").cents(1234).build();
      System.out.println("lombok: " + pool.map(List.of(money), MoneyParallel::rounded));

      Order.Line line = OrderLineBuilder.builder().article("pen").number(3).build();
      Order order =
          OrderBuilder.builder()
              .customer("Ann")
              .lines(List.of(line, line))
              .status(Order.Status.OPEN)
              .build();
      TillParallel.Instance till = new TillParallel.Instance("front");
      TillParallel.Blocking blocking = TillParallel.blocking(pool, till);
      System.out.println("service: " + blocking.getName() + " " + blocking.sell(order));
      System.out.println("record-builder: " + blocking.paid(order));
      System.out.println("generated record: " + blocking.receipt("Ann", List.of(money, money)));
      try {
        blocking.refuse("closed");
      } catch (Exception refused) {
        System.out.println("thrown: " + refused);
      }
      boolean elsewhere = blocking.process() != ProcessHandle.current().pid();
      System.out.println("elsewhere: " + elsewhere);
    }
  }
}
