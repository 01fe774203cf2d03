package shop;

import dev.brood.Parallel;
import dev.brood.wire.WireCreator;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Value;
import lombok.With;

/** A class that is nearly all Lombok's, the constructor for its parts included. */
@Value
@With
@Builder
@AllArgsConstructor(onConstructor_ = @WireCreator)
class Money {
  String currency;
  long cents;
  boolean rounded;

  @Parallel
  static Money rounded(Money money) {
    return money.withCents((money.getCents() + 50) / 100 * 100).withRounded(true);
  }
}
