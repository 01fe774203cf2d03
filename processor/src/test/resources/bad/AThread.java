package bad;

import dev.brood.Parallel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

final class AThread {
  @Parallel
  static void run(Thread thread, ExecutorService executor, ReentrantLock lock) {}
  //                     ^ BROOD-212: thread: java.lang.Thread cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.
  //                                             ^ BROOD-212: executor: java.util.concurrent.ExecutorService cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.
  //                                                                     ^ BROOD-212: lock: java.util.concurrent.locks.ReentrantLock cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.
}
