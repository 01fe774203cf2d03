package dev.brood.example.wordcount;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brood.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts words. Both methods may be run twice, which is as good as once, and say so: if a worker
 * dies, others count again what it was counting.
 */
final class Words {
  /** Letters, with an apostrophe or a hyphen at most between them. */
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’-]\\p{L}+)*");

  private Words() {}

  /** How often each word stands in a file, in small letters. What is no UTF-8 is passed over. */
  @Parallel(idempotent = true)
  static Map<String, Long> count(Path file) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    Matcher words = WORD.matcher(new String(Files.readAllBytes(file), UTF_8));
    while (words.find()) {
      counts.merge(words.group().toLowerCase(Locale.ROOT), 1L, Long::sum);
    }
    return counts;
  }

  /** Adds the second counts to the first. In a worker both are its own, as in this program. */
  @Parallel(idempotent = true)
  static Map<String, Long> combine(Map<String, Long> some, Map<String, Long> others) {
    others.forEach((word, count) -> some.merge(word, count, Long::sum));
    return some;
  }
}
