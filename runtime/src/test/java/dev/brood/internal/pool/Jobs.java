package dev.brood.internal.pool;

import dev.brood.internal.call.Fold;
import dev.brood.internal.call.Invoker;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;
import java.util.List;

/**
 * Runs jobs on the calling thread, as a worker would: single calls of static methods, and folds.
 */
final class Jobs {
  private static final WorkerId WORKER =
      new WorkerId("test", 1, new StackTraceElement("brood", "test", null, -1));

  private Jobs() {}

  /** Runs a job and settles it. */
  static void run(Job job) {
    job.settle(Answer.of(envelope(job), WORKER));
  }

  private static Payload envelope(Job job) {
    List<Part> folded = job.folded();
    return folded.isEmpty()
        ? invoke(job.target(), job.arguments())
        : Fold.run(
            folded.size(),
            i -> invoke(folded.get(i).target(), folded.get(i).arguments()),
            arguments -> invoke(job.target(), arguments));
  }

  private static Payload invoke(Target target, Payload arguments) {
    EntryPoints table = target.table().table();
    if (table == null) {
      throw new AssertionError("a table that is not there");
    }
    return Invoker.invoke(table, target.index(), arguments);
  }
}
