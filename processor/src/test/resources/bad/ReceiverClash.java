package bad;

import dev.brood.Parallel;
import java.util.List;

record ReceiverClash(int x) {
  @Parallel
  int score(List<String> texts) {
  //  ^ BROOD-110: score(ReceiverClash, List<String>) would stand in ReceiverClashParallel twice: an instance method takes its receiver as first parameter there, and a static method looks the same. Rename one of them.
    return 0;
  }

  @Parallel
  static int score(ReceiverClash model, List<Integer> numbers) {
    return 0;
  }
}
