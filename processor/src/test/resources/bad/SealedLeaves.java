package bad;

import dev.brood.Parallel;
import java.util.Map;

final class SealedLeaves {
  abstract static sealed class Task permits Plain, Deep, Inner {}

  static final class Plain extends Task {}

  abstract static sealed class Deep extends Task permits Deeper {}

  static final class Deeper extends Deep {
    final Thread thread;

    @dev.brood.wire.WireCreator
    Deeper(Thread thread) {
  //              ^ BROOD-212: Deeper.thread: java.lang.Thread cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.
      this.thread = thread;
    }
  }

  final class Inner extends Task {}

  @Parallel
  static void take(Map<String, Task> tasks) {}
  //                                 ^ BROOD-203: tasks[value](Inner): bad.SealedLeaves.Inner cannot travel: it is an inner class, which holds the instance around it. Make it a record.
  //                                 ^ BROOD-201: tasks[value](Plain): bad.SealedLeaves.Plain cannot travel: it is a class, and only its own code knows its state. Make it a record, mark what makes it with @WireCreator, or write a codec and name it with @WireCodec.
}
