package bad;

import dev.brood.Parallel;

@Parallel(
    implementation = Missing.class)
  //                        ^ BROOD-301: UnresolvedImplementation: the type of its implementation does not exist, nor has an annotation processor generated it. Correct the name, import it, or add its library to the class path.
interface UnresolvedImplementation {
  void run();
}
