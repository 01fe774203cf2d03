package dev.brood.contract;

import dev.brood.Parallel;
import java.io.IOException;

/** A bean that may live in workers. */
@Parallel
final class PriceList implements Prices {
  private final int base;

  PriceList(int base) {
    this.base = base;
  }

  @Override
  public int of(String article) throws IOException {
    if (article.isEmpty()) {
      throw new IOException("an article has a name");
    }
    return base + article.length();
  }
}
