package shop;

import dev.brood.Parallel;
import dev.brood.wire.WireCodec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

final class Prices {
  record Item(String name, int cents) {}

  private Prices() {}

  @Parallel
  static int total(List<Item> items) throws SoldOutException {
    if (items.isEmpty()) {
      throw new SoldOutException("nothing left");
    }
    return items.stream().mapToInt(Item::cents).sum();
  }

  @Parallel
  static Map<Offer, Integer> count(List<Offer> offers) {
    return offers.stream()
        .collect(Collectors.toMap(offer -> offer, offer -> 1, Integer::sum));
  }

  @Parallel
  static Money add(Money left, Money right) {
    return new Money(left.currency(), left.getCents() + right.getCents());
  }

  @Parallel
  static @WireCodec(LocaleCodec.class) Locale language(@WireCodec(LocaleCodec.class) Locale locale) {
    return Locale.forLanguageTag(locale.getLanguage());
  }

  record Where(long process, String module) {}

  @Parallel
  static Where where() {
    return new Where(ProcessHandle.current().pid(), Prices.class.getModule().getName());
  }
}
