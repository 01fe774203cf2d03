package bad;

import dev.brood.Parallel;
import dev.brood.wire.WireCodec;

final class UnresolvedCodec {
  @Parallel
  static void take(@WireCodec(Missing.class) Thread thread) {}
  //                                                ^ BROOD-301: @WireCodec: the type of the codec does not exist, nor has an annotation processor generated it. Correct the name, import it, or add its library to the class path.
  //                                                ^ BROOD-212: thread: java.lang.Thread cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.
}
