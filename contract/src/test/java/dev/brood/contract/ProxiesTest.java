package dev.brood.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.Pool;
import dev.brood.contract.kit.ForEachKind;
import dev.brood.contract.kit.Kind;
import dev.brood.contract.kit.Row;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The blocking proxy: the methods themselves, running elsewhere. */
class ProxiesTest {

  /** A caller that has never heard of pools. */
  private static String bill(Prices prices, String article, int count) throws IOException {
    return article + ": " + count * prices.of(article);
  }

  @ForEachKind
  @Row("A2")
  void aMethodIsCalledByItsOwnSignature(Kind kind) {
    try (Pool pool = kind.start(1)) {
      int sum = WorkParallel.blocking(pool).linear(3, 4, 5);
      assertThat(sum).isEqualTo(17);
    }
  }

  @ForEachKind
  @Row("A2")
  void aDeclaredExceptionIsCaughtAsWhatItIs(Kind kind) {
    try (Pool pool = kind.start(1)) {
      WorkParallel.Blocking work = WorkParallel.blocking(pool);
      String caught = "nothing";
      try {
        caught += work.fail("declared", "no such file");
      } catch (IOException e) {
        caught = e.getMessage();
      }
      assertThat(caught).isEqualTo("no such file");
    }
  }

  @ForEachKind
  @Row("A2")
  void aCallerThatKnowsTheInterfaceNeedNotChange(Kind kind) throws IOException {
    try (Pool pool = kind.start(1)) {
      Prices prices = PriceListParallel.blocking(pool, new PriceListParallel.Instance(10));
      assertThat(bill(prices, "tea", 3)).isEqualTo(bill(new PriceList(10), "tea", 3));
      assertThatThrownBy(() -> bill(prices, "", 1))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("an article has a name");
    }
  }

  @Test
  @Row("H1")
  void proxiesAreInterfacesSoAnybodyMayStandInForThem() throws IOException {
    PriceListParallel.Blocking mock = article -> 7;
    assertThat(bill(mock, "tea", 2)).isEqualTo("tea: 14");
    assertThat(WorkParallel.Async.class).isInterface();
    assertThat(WorkParallel.Blocking.class).isInterface();
  }
}
