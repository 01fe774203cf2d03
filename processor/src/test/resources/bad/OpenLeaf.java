package bad;

import dev.brood.Parallel;
import java.util.List;

final class OpenLeaf {
  sealed interface Result<T> permits Ok, Tagged {}

  record Ok<T>(T value) implements Result<T> {}

  record Tagged<T, X>(T value, X tag) implements Result<T> {}

  @Parallel
  static void take(List<Result<Integer>> results) {}
  //                                     ^ BROOD-218: results[](Tagged): bad.OpenLeaf.Tagged cannot travel: its type variables do not follow from those of the sealed type. Give them concrete types where it extends or implements that.
}
