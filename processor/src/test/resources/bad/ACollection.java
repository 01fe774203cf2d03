package bad;

import dev.brood.Parallel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.TreeSet;

final class ACollection {
  @Parallel
  static void take(
      ArrayList<Integer> list,
  //                     ^ BROOD-213: list: java.util.ArrayList<java.lang.Integer> cannot travel: collections travel as what they are for, not in one implementation. Declare List, and copy it where more is needed.
      HashMap<String, Integer> map,
  //                           ^ BROOD-213: map: java.util.HashMap<java.lang.String, java.lang.Integer> cannot travel: collections travel as what they are for, not in one implementation. Declare Map, and copy it where more is needed.
      TreeSet<String> set,
  //                  ^ BROOD-213: set: java.util.TreeSet<java.lang.String> cannot travel: collections travel as what they are for, not in one implementation. Declare Set, and copy it where more is needed.
      Collection<Integer> collection,
  //                      ^ BROOD-213: collection: java.util.Collection<java.lang.Integer> cannot travel: collections travel as what they are for, not in one implementation. Declare List, and copy it where more is needed.
      Iterable<String> iterable) {}
  //                   ^ BROOD-213: iterable: java.lang.Iterable<java.lang.String> cannot travel: collections travel as what they are for, not in one implementation. Declare List, and copy it where more is needed.
}
