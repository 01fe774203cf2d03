package bad;

import dev.brood.Parallel;
import java.util.List;
import java.util.Map;

final class RawType {
  record Box<T>(T content) {}

  @Parallel
  static void take(@SuppressWarnings("rawtypes") List list, Map<String, Box> map) {}
  //                                                  ^ BROOD-209: list: java.util.List cannot travel: without its type arguments it does not tell what would arrive. Add them, as in List<Integer>.
  //                                                                         ^ BROOD-209: map[value]: bad.RawType.Box cannot travel: without its type arguments it does not tell what would arrive. Add them, as in List<Integer>.
}
