package bad;

import dev.brood.Parallel;
import dev.brood.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

final class AFuture {
  @Parallel
  static CompletableFuture<Integer> later() {
  //                                ^ BROOD-206: result: java.util.concurrent.CompletableFuture<java.lang.Integer> cannot travel: a future belongs to the process that waits for it. Pass or return the value itself; the asynchronous proxy makes the future.
    return CompletableFuture.completedFuture(1);
  }

  @Parallel
  static void all(Future<String> future, Task<Integer> task, CompletionStage<Integer> stage) {}
  //                             ^ BROOD-206: future: java.util.concurrent.Future<java.lang.String> cannot travel: a future belongs to the process that waits for it. Pass or return the value itself; the asynchronous proxy makes the future.
  //                                                   ^ BROOD-206: task: dev.brood.Task<java.lang.Integer> cannot travel: a future belongs to the process that waits for it. Pass or return the value itself; the asynchronous proxy makes the future.
  //                                                                                  ^ BROOD-206: stage: java.util.concurrent.CompletionStage<java.lang.Integer> cannot travel: a future belongs to the process that waits for it. Pass or return the value itself; the asynchronous proxy makes the future.
}
