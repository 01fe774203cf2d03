package bad;

import dev.brood.*;

final class LocalClassAlone {
  void method() {
    class Local {
      @Parallel
      void run() {}
  //       ^ BROOD-125: run stands in a local or anonymous class, which generated code cannot name. Put it into a class of its own, or into a static nested one.
    }
  }
}
