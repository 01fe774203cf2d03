import dev.brood.Parallel;
import java.util.List;

final class Unresolved {
  record Holder(Missing missing) {}
  //                    ^ BROOD-301: Holder.missing: the type Missing does not exist, nor has an annotation processor generated it. Correct the name, import it, or add its library to the class path.

  @Parallel
  static void take(List<Absent> absent, Holder holder, Thread thread) throws Gone {}
  //          ^ BROOD-301: take(List<Absent>, Unresolved.Holder, java.lang.Thread): the type Gone does not exist, nor has an annotation processor generated it. Correct the name, import it, or add its library to the class path.
  //                            ^ BROOD-301: absent[]: the type Absent does not exist, nor has an annotation processor generated it. Correct the name, import it, or add its library to the class path.
  //                                                          ^ BROOD-212: thread: java.lang.Thread cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.
}
