package shop;

import dev.brood.wire.WireCreator;

/** An immutable class that is no record. */
final class Money {
  private final String currency;
  private final long cents;

  @WireCreator
  Money(String currency, long cents) {
    this.currency = currency;
    this.cents = cents;
  }

  String currency() {
    return currency;
  }

  long getCents() {
    return cents;
  }
}
