package dev.brood.contract.chaos;

import dev.brood.testkit.Await;
import dev.brood.testkit.NoLeaks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that pools may leave behind in this process and around it. A picture is taken when nothing
 * runs; another one at the end must show nothing more. Where the system does not tell, as Linux
 * does, less is seen.
 */
final class Remains {
  private static final Path SELF = Path.of("/proc/self");

  private final List<String> descriptors = descriptors();

  /** Waits until there is nothing more than before, and returns what does not go away. */
  List<String> more() {
    List<String> left = new ArrayList<>();
    NoLeaks.children().forEach(child -> left.add("process " + child.pid())); // at once
    try {
      Await.collected(() -> later().isEmpty());
    } catch (AssertionError e) {
      left.addAll(later());
    }
    return left;
  }

  private List<String> later() {
    List<String> left = new ArrayList<>();
    left.addAll(programs());
    left.addAll(files());
    left.addAll(segments());
    NoLeaks.threads().forEach(thread -> left.add("thread " + thread.getName()));
    List<String> more = new ArrayList<>(descriptors());
    descriptors.forEach(more::remove);
    more.forEach(each -> left.add("descriptor " + each));
    return left;
  }

  /** What is open, but for the files that classes come from. */
  private static List<String> descriptors() {
    List<String> open = new ArrayList<>();
    for (Path link : list(SELF.resolve("fd"), "*")) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        // Two of the same kind are told apart by nothing that matters.
        String kind = target.replaceAll(":\\[\\d+\\]", "");
        if (!kind.endsWith(".jar") && !kind.endsWith("/modules") && !kind.endsWith("/fd")) {
          open.add(kind);
        }
      } catch (IOException e) {
        // Closed meanwhile: the one that lists them, for example.
      }
    }
    return open;
  }

  /** Memory that was shared with workers. */
  private static List<String> segments() {
    if (Files.notExists(SELF)) {
      return List.of();
    }
    try (Stream<String> maps = Files.lines(SELF.resolve("maps"))) {
      return maps.filter(line -> line.contains("/brood-")).map(line -> "segment " + line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> files() {
    List<String> left = new ArrayList<>();
    String own = "brood-" + ProcessHandle.current().pid() + "-*";
    for (String folder : List.of("/dev/shm", System.getProperty("java.io.tmpdir"))) {
      list(Path.of(folder), own).forEach(file -> left.add("file " + file));
    }
    return left;
  }

  /** Workers, and what they have started: all carry a mark with this process in it. */
  private static List<String> programs() {
    List<String> left = new ArrayList<>();
    String mark = "BROOD_WORKER=/" + ProcessHandle.current().pid() + "-";
    for (Path process : list(Path.of("/proc"), "[0-9]*")) {
      try {
        byte[] environment = Files.readAllBytes(process.resolve("environ"));
        if (new String(environment, StandardCharsets.ISO_8859_1).contains(mark)) {
          left.add("process " + process.getFileName());
        }
      } catch (IOException e) {
        // Of another user, or ended.
      }
    }
    return left;
  }

  private static List<Path> list(Path folder, String names) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, names)) {
        all.forEach(found::add);
      } catch (IOException | DirectoryIteratorException e) {
        throw new AssertionError("nobody can look into " + folder, e);
      }
    }
    return found;
  }
}
