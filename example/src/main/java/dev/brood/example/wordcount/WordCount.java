package dev.brood.example.wordcount;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.brood.Calls;
import dev.brood.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How often does each word stand in the files of a folder? One call counts the words of one file;
 * the counts are combined in the workers as well, and only the last ones travel back.
 *
 * <p>The lesson: {@code pool.mapReduce} takes two methods, one that maps and one that combines two
 * results of the first. It needs no more memory here than the combined result: results of single
 * calls remain where they were made. A worker gets neighbouring calls together, the more the
 * shorter they are. The order of the calls is kept, so the combination need not be commutative,
 * only associative.
 *
 * <p>The same methods, called directly, do the same in a plain loop; the counts must be equal. For
 * a few short texts the loop is faster. It is the amount of work in each file that decides.
 *
 * <p>Takes a folder as its argument, and counts in all files below it.
 */
public final class WordCount {
  private static final int TOP = 10;

  private WordCount() {}

  /**
   * Runs the program.
   *
   * @param arguments a folder, or nothing for a few texts that come with the program
   */
  public static void main(String... arguments) throws IOException {
    Path folder = arguments.length == 0 ? ownTexts() : Path.of(arguments[0]);
    try (Pool pool = Pool.start()) {
      run(pool, folder, System.out);
    }
  }

  /** The folder with speeches, declarations and sonnets that lies beside the program's classes. */
  static Path ownTexts() {
    URL folder = WordCount.class.getResource("texts");
    try {
      if (folder != null && folder.getProtocol().equals("file")) {
        return Path.of(folder.toURI());
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no folder can be found at " + folder, e);
    }
    throw new IllegalStateException(
        "the program's own texts are not in a folder but at " + folder + "; name another folder");
  }

  static Map<String, Long> run(Pool pool, Path folder, PrintStream out) throws IOException {
    List<Path> files = filesBelow(folder);
    out.printf("%,d files below %s%n", files.size(), folder);

    long start = System.nanoTime();
    Map<String, Long> expected = inALoop(files);
    long loop = System.nanoTime();
    Map<String, Long> counts = inWorkers(pool, files);
    long workers = System.nanoTime();

    if (!counts.equals(expected)) {
      throw new IllegalStateException("the workers have counted differently");
    }
    out.println("One run of each; nothing is warmed up, here or in the workers:");
    out.printf("  in a plain loop  %9.1f ms%n", (loop - start) / 1e6);
    out.printf("  by mapReduce     %9.1f ms, in %d workers%n", (workers - loop) / 1e6, pool.size());
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    out.printf(
        "Both count %,d words, %,d different ones. The most frequent:%n", all, counts.size());
    counts.entrySet().stream()
        .sorted(
            comparing((Map.Entry<String, Long> word) -> word.getValue(), reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .limit(TOP)
        .forEach(word -> out.printf("%,9d  %s%n", word.getValue(), word.getKey()));
    return counts;
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).map(Path::toAbsolutePath).sorted().toList();
    }
  }

  private static Map<String, Long> inALoop(List<Path> files) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    for (Path file : files) {
      Words.combine(counts, Words.count(file));
    }
    return counts;
  }

  /** The method references name calls; nothing is counted in this process. */
  private static Map<String, Long> inWorkers(Pool pool, List<Path> files) {
    return pool.mapReduce(Calls.of(files, WordsParallel::count), WordsParallel::combine)
        .orElse(Map.of()); // there was no file
  }
}
