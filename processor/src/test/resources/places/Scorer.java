package places;

import dev.brood.Parallel;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** An interface that callers know; they see no difference between an implementation and a proxy. */
@Parallel(implementation = FastScorer.class)
public interface Scorer extends AutoCloseable {
  int score(String text) throws IOException;

  default List<Integer> scores(List<String> texts) throws IOException {
    return List.of(score(texts.get(0)), score(texts.get(1)));
  }

  /** Its type cannot travel, so it runs in the caller's process, on the proxy. */
  default <R> R then(String text, Function<Integer, R> function) throws IOException {
    return function.apply(score(text));
  }

  @Override
  void close();
}
