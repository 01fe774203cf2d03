package bad;

import dev.brood.Parallel;
import java.util.Map;

final class AnObject {
  @Parallel
  static Object any(Map<String, Object> map) {
  //            ^ BROOD-207: result: java.lang.Object cannot travel: it may be anything. Declare the type that is meant; where there are several, a method for each.
  //                                    ^ BROOD-207: map[value]: java.lang.Object cannot travel: it may be anything. Declare the type that is meant; where there are several, a method for each.
    return map;
  }
}
