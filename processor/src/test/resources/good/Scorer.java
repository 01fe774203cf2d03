package demo;

import dev.brood.Parallel;
import java.util.List;

/** An interface whose implementation lives in each worker. */
@Parallel(implementation = Scorer.Fast.class)
interface Scorer {
  double score(String text);

  default List<Double> scores(List<String> texts) {
    return texts.stream().map(this::score).toList();
  }

  @Parallel
  static int version() {
    return 1;
  }

  /** The implementation. */
  record Fast(double factor) implements Scorer {
    @Override
    public double score(String text) {
      return factor * text.length();
    }
  }
}
