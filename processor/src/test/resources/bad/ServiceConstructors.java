package bad;

import dev.brood.Parallel;

final class ServiceConstructors {
  @Parallel
  static class Several {
    Several(String name) {}

    Several(Thread thread) {}
  //               ^ BROOD-212: thread: java.lang.Thread cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method. Or make Several(java.lang.Thread) private, if another constructor will do.

    private Several(Object lock) {}

    void run() {}
  }

  @Parallel
  static class Single {
    Single(Thread thread) {}
  //              ^ BROOD-212: thread: java.lang.Thread cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.

    private Single(Object lock) {}

    void run() {}
  }
}
