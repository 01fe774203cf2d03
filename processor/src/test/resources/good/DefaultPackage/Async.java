import dev.brood.Parallel;
import java.util.Map;

final class Async {
  private Async() {}

  @Parallel
  static Call call(Call Call, Blocking[] blocking, Worker worker) {
    return Call;
  }

  @Parallel
  static Map<String, List> text(String text, Map<Codecs, Object> codecs) {
    return Map.of(text, new List(null));
  }
}
