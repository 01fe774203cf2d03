package bad;

import dev.brood.Parallel;
import java.awt.Color;
import java.util.Optional;

final class LibraryClass {
  record Pair<A, B>(A first, B second) {}

  @Parallel
  static Optional<Color> mix(Color[] colors) {
  //                     ^ BROOD-202: result[]: java.awt.Color cannot travel: no codec is known for this class. Pass its content, as a record, a String, numbers or arrays; or write a codec, and name it with @WireCodec.
  //                                 ^ BROOD-202: colors[]: java.awt.Color cannot travel: no codec is known for this class. Pass its content, as a record, a String, numbers or arrays; or write a codec, and name it with @WireCodec.
    return Optional.of(colors[0]);
  }

  @Parallel
  static void generic(Pair<Integer, Color> pair) {}
  //                                       ^ BROOD-202: pair: java.awt.Color cannot travel: no codec is known for this class. Pass its content, as a record, a String, numbers or arrays; or write a codec, and name it with @WireCodec.

  @Parallel
  static void number(Number number) {}
  //                        ^ BROOD-202: number: java.lang.Number cannot travel: no codec is known for this class. Pass its content, as a record, a String, numbers or arrays; or write a codec, and name it with @WireCodec.

  @Parallel
  static void path(java.nio.file.Path path) {}
}
