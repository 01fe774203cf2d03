package bad;

import dev.brood.Parallel;

/** Everything that is wrong is told at once, and a class that is right is generated all the same. */
final class Several {
  @Parallel
  private int first(Object object) {
  //          ^ BROOD-101: first(java.lang.Object) is private, so SeveralParallel cannot call it. Make it package-private, or wider.
  //          ^ BROOD-102: first(java.lang.Object) is an instance method, and a worker has no instance to call it on. Make it static, and pass what it needs as parameters; or let Several travel with the call, as records, enums, sealed types and classes with a @WireCreator do; or put @Parallel on Several, and each worker has an instance of its own.
  //                       ^ BROOD-207: object: java.lang.Object cannot travel: it may be anything. Declare the type that is meant; where there are several, a method for each.
    return 1;
  }

  @Parallel
  static int fine(int x) {
    return x;
  }

  @Parallel
  static Thread last(Runnable task) throws Hidden {
  //            ^ BROOD-252: last(java.lang.Runnable) throws bad.Several.Hidden, which generated code in the package bad cannot name. Make it, and every type around it, static and package-private or wider; public if it stands in another package.
  //            ^ BROOD-212: result: java.lang.Thread cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.
  //                          ^ BROOD-205: task: java.lang.Runnable cannot travel: it is a function, and code is never sent. Pass the data that it works on, and an enum where there is a choice.
    return null;
  }

  private static final class Hidden extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
