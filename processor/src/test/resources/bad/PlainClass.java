package bad;

import dev.brood.Parallel;
import java.util.List;
import java.util.Map;

final class PlainClass {
  static final class Account {}

  record Item(String name, Account account) {}
  //                               ^ BROOD-201: Order.items[][].account: bad.PlainClass.Account cannot travel: it is a class, and only its own code knows its state. Make it a record, mark what makes it with @WireCreator, or write a codec and name it with @WireCodec.

  record Order(List<Item[]> items, Account owner) {}
  //                                       ^ BROOD-201: Order.owner: bad.PlainClass.Account cannot travel: it is a class, and only its own code knows its state. Make it a record, mark what makes it with @WireCreator, or write a codec and name it with @WireCodec.

  @Parallel
  static void direct(int a, Account account) {}
  //                                ^ BROOD-201: account: bad.PlainClass.Account cannot travel: it is a class, and only its own code knows its state. Make it a record, mark what makes it with @WireCreator, or write a codec and name it with @WireCodec.

  @Parallel
  static Account result() {
  //             ^ BROOD-201: result: bad.PlainClass.Account cannot travel: it is a class, and only its own code knows its state. Make it a record, mark what makes it with @WireCreator, or write a codec and name it with @WireCodec.
    return new Account();
  }

  @Parallel
  static void nested(Map<Account[], List<Account>> accounts) {}
  //                                               ^ BROOD-201: accounts[key][]: bad.PlainClass.Account cannot travel: it is a class, and only its own code knows its state. Make it a record, mark what makes it with @WireCreator, or write a codec and name it with @WireCodec.

  @Parallel
  static void deep(Order order, Item item) {}
}
