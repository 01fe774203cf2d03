package places;

import dev.brood.Parallel;
import java.util.List;

/** A value with parallel methods. */
public record Model(String name, List<Integer> weights) {
  @Parallel
  public int score(int model) {
    return model * weights.stream().mapToInt(Integer::intValue).sum();
  }

  @Parallel
  public Model merged(Model other) {
    return new Model(name + "+" + other.name, other.weights);
  }

  @Parallel
  public static Model empty() {
    return new Model("empty", List.of());
  }

  /** An enum with parallel methods, one of them without a body of its own. */
  public enum Sign {
    PLUS {
      @Override
      int apply(int x) {
        return x;
      }
    },
    MINUS {
      @Override
      int apply(int x) {
        return -x;
      }
    };

    @Parallel
    abstract int apply(int x);
  }
}
