package demo;

import dev.brood.Parallel;
import java.util.List;

/** A service whose names look like those of generated code. */
@Parallel
final class Tricky {
  /** Not the one that is generated. */
  record Instance(int service) {}

  /** Nor this. */
  record Worker(int self) {}

  Tricky(List<Instance> Codecs, int Worker, int TrickyParallel) {}

  List<Instance> on(Instance pool, Worker service) {
    return List.of(pool);
  }

  int blocking(Instance self, int in, int invocation, int result) {
    return self.service();
  }

  void construct(Worker out, String service) {}

  native void invoke(Instance instance);

  synchronized int newTricky(int Instance) {
    return Instance;
  }

  @Deprecated
  void service() {}

  @Parallel
  static void main(String... arguments) {}

  @Parallel
  static void create(int index) {}
}
