package bad;

import dev.brood.Parallel;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class AStream {
  @Parallel
  static Stream<String> lines(Iterator<Integer> numbers, IntStream stream) {
  //                    ^ BROOD-210: result: java.util.stream.Stream<java.lang.String> cannot travel: it can be read once, and where it was made. Pass a List or an array of its elements.
  //                                            ^ BROOD-210: numbers: java.util.Iterator<java.lang.Integer> cannot travel: it can be read once, and where it was made. Pass a List or an array of its elements.
  //                                                               ^ BROOD-210: stream: java.util.stream.IntStream cannot travel: it can be read once, and where it was made. Pass a List or an array of its elements.
    return Stream.of();
  }
}
