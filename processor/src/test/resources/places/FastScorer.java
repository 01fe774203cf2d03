package places;

import java.io.IOException;

/** What lives in the workers. */
final class FastScorer implements Scorer {
  private final int factor;

  FastScorer(int factor) {
    this.factor = factor;
  }

  @Override
  public int score(String text) throws IOException {
    if (text.isEmpty()) {
      throw new IOException("nothing to score");
    }
    return factor * text.length();
  }

  @Override
  public void close() {}
}
