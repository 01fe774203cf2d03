package bad;

import dev.brood.Parallel;
import java.util.List;

final class InstanceMethod {
  @Parallel
  int first(List<Integer> list, String... more) {
  //  ^ BROOD-102: first(List<Integer>, String...) is an instance method, and a worker has no instance to call it on. Make it static, and pass what it needs as parameters; or let InstanceMethod travel with the call, as records, enums, sealed types and classes with a @WireCreator do; or put @Parallel on InstanceMethod, and each worker has an instance of its own.
    return list.get(0);
  }
}
