package demo;

import dev.brood.Parallel;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;

/** Annotations on types change nothing, wherever they stand. */
final class Annotated {
  @Target(ElementType.TYPE_USE)
  @interface Nullable {}

  record Pair<A, B>(@Nullable A first, java.util.@Nullable List<@Nullable B> second) {}

  @Parallel
  static @Nullable String @Nullable [] run(
      @Nullable String @Nullable [] @Nullable [] texts,
      @Nullable List<@Nullable String> list,
      Map<@Nullable Integer, Pair<@Nullable String, @Nullable Integer>> map,
      @Nullable String @Nullable ... more) {
    return null;
  }
}
