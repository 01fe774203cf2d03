package names;

import dev.brood.Parallel;
import java.util.Map;

/** Names that generated code uses as well. */
final class Names {
  private Names() {}

  enum Codecs {
    VALUE
  }

  @Parallel
  static Integer parameters(
      int pool,
      int in,
      int out,
      int invocation,
      int result,
      int value,
      int typeName,
      int message,
      int cause,
      int Worker,
      int Codecs,
      Codecs names,
      int Names,
      int NamesParallel,
      int dev,
      int java) throws java.io.IOException {
    return null;
  }

  @Parallel
  static Async on(Async on) {
    return on;
  }

  @Parallel
  static Call blocking(Call[] blocking) {
    return blocking[0];
  }

  @Parallel
  static Map<Task, Pool> invoke(Worker worker, List list, WireReader reader) {
    return Map.of();
  }

  @Parallel
  static void register() {}

  @Parallel
  static void unknown(int index) {}

  @Parallel
  static void wire() {}

  @Parallel
  static void toString(int x) {}

  @Parallel
  static void equals(int x) throws Exception {}
}
