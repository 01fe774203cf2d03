package bad;

import dev.brood.Parallel;

final class Implementations {
  @Parallel(implementation = String.class)
  //                               ^ BROOD-116: String is no Implementations.Unrelated. Name a class that is, or let it extend or implement Implementations.Unrelated.
  interface Unrelated {
    void run();
  }

  @Parallel(implementation = Half.class)
  //                             ^ BROOD-115: Implementations.Half cannot be created in a worker. Name a class that is neither abstract nor generic nor bound to an outer instance, and that generated code in the package bad can name.
  interface Abstract {
    void run();
  }

  abstract static class Half implements Abstract {}

  @Parallel(implementation = Box.class)
  //                            ^ BROOD-115: Implementations.Box cannot be created in a worker. Name a class that is neither abstract nor generic nor bound to an outer instance, and that generated code in the package bad can name.
  interface Boxed {
    void run();
  }

  static class Box<T> implements Boxed {
    @Override
    public void run() {}
  }

  @Parallel(implementation = int.class)
  //                            ^ BROOD-115: Implementations.Number cannot be created in a worker. Name a class that is neither abstract nor generic nor bound to an outer instance, and that generated code in the package bad can name.
  interface Number {
    void run();
  }

  @Parallel(implementation = Implementations.class)
  static void misplaced() {}
  //          ^ BROOD-120: misplaced(): an implementation is for a type, whose methods run on it. Put it on the type, or leave it out.
}
