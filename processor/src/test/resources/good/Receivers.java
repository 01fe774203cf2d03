package demo;

import dev.brood.Parallel;
import java.util.List;

/** Methods of values that travel themselves. */
final class Receivers {
  private Receivers() {}

  record Model(String name, double[] weights) {
    @Parallel
    double score(double[] features) {
      double score = 0;
      for (int i = 0; i < features.length; i++) {
        score += weights[i] * features[i];
      }
      return score;
    }

    @Parallel
    String rename(String model, Model other) {
      return model + other.name;
    }

    @Parallel
    static Model untrained(int size) {
      return new Model("untrained", new double[size]);
    }

    @Parallel
    <L extends Label> List<L> labels(List<L> labels) {
      return labels;
    }
  }

  record Label(String text) {}

  enum Case {
    UPPER,
    LOWER;

    @Parallel
    public String convert(String text) {
      return this == UPPER ? text.toUpperCase() : text.toLowerCase();
    }

    @Parallel
    @Override
    public String toString() {
      return name();
    }
  }
}
