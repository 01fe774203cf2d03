package shop;

import dev.brood.Parallel;
import java.io.IOException;
import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.extern.java.Log;

/** A service whose constructor and accessors Lombok makes. */
@Log
@Getter
@RequiredArgsConstructor
@Parallel
final class Till {
  private final String name;
  private int sold;

  int sell(Order order) {
    log.fine(name);
    sold += order.lines().stream().mapToInt(Order.Line::number).sum();
    return sold;
  }

  @SneakyThrows
  void refuse(String why) {
    throw new IOException(why);
  }

  @Parallel
  static Order paid(Order order) {
    return order.withStatus(Order.Status.PAID);
  }

  @Parallel
  static ReceiptRecord receipt(String customer, List<Money> parts) {
    return new ReceiptRecord(customer, parts.stream().mapToLong(Money::getCents).sum());
  }

  @Parallel
  static long process() {
    return ProcessHandle.current().pid();
  }
}
