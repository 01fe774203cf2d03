package bad;

import dev.brood.Parallel;

record ReceiverWithThread(int x, Thread thread) {
  //                                    ^ BROOD-212: ReceiverWithThread.thread: java.lang.Thread cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.
  @Parallel
  int score(int y) {
    return x + y;
  }

  @Parallel
  private int hidden() {
  //          ^ BROOD-101: hidden() is private, so ReceiverWithThreadParallel cannot call it. Make it package-private, or wider.
    return x;
  }
}
