package dev.brood.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Fails the build if there is anything left when all tests are over that was not there before: a
 * process that tests have started, or one that has outlived its pool; a file, a socket or shared
 * memory of Brood's. Found by JUnit as a service.
 *
 * <p>What belongs to another process that lives is none of our business: others build on this
 * machine, too. Where the system does not tell, as Linux does, less is seen.
 */
public final class NothingLeft implements LauncherSessionListener {
  /** With the process that has made it, in names of files and in the environment of workers. */
  private static final Pattern MAKER = Pattern.compile("(?:brood-|BROOD_WORKER=/)(\\d{1,9})-");

  private static final Path PROC = Path.of("/proc");

  private final Duration patience;
  private Set<String> before = Set.of();

  /** As the build is watched. */
  public NothingLeft() {
    this(Duration.ofSeconds(10));
  }

  /**
   * Prepares to watch.
   *
   * @param patience so long gets what is about to end
   */
  NothingLeft(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    before = present();
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    long late = System.nanoTime() + patience.toNanos();
    Set<String> left = left();
    while (!left.isEmpty() && System.nanoTime() < late) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10)); // nobody announces their end
      System.gc(); // memory is given back when nobody can look at it any more
      left = left();
    }
    if (!left.isEmpty()) {
      throw new AssertionError(
          "after all tests there is something left that was not there before: "
              + String.join(", ", left));
    }
  }

  private Set<String> left() {
    Set<String> left = present();
    left.removeAll(before);
    return left;
  }

  private static Set<String> present() {
    Set<String> present = new TreeSet<>();
    NoLeaks.children().forEach(child -> addProcess(present, child.pid()));
    for (Path process : list(PROC, "[0-9]*")) {
      if (isOrphanOrOurs(read(process.resolve("environ")))) {
        addProcess(present, Long.parseLong(process.getFileName().toString()));
      }
    }
    for (String folder : new String[] {"/dev/shm", System.getProperty("java.io.tmpdir")}) {
      for (Path file : list(Path.of(folder), "brood-*")) {
        if (isOurs(file.toString())) { // a killed one's is swept by a later pool
          present.add("file " + file);
        }
      }
    }
    addLines(present, "socket ", PROC.resolve("net/unix"));
    addLines(present, "memory ", PROC.resolve("self/maps"));
    return present;
  }

  private static void addProcess(Set<String> present, long pid) {
    String line = read(PROC.resolve(Long.toString(pid)).resolve("cmdline")).replace('\0', ' ');
    if (!line.isEmpty() || Files.notExists(PROC)) { // a zombie has none
      present.add("process " + pid + " " + line.strip());
    }
  }

  private static void addLines(Set<String> present, String what, Path table) {
    read(table)
        .lines()
        .filter(NothingLeft::isOrphanOrOurs)
        .forEach(line -> present.add(what + line));
  }

  /** Whether it was made by a pool of this process, or of one that lives no more. */
  private static boolean isOrphanOrOurs(String text) {
    long maker = maker(text);
    return isOurs(text) || (maker > 0 && ProcessHandle.of(maker).isEmpty());
  }

  private static boolean isOurs(String text) {
    return maker(text) == ProcessHandle.current().pid();
  }

  /** The process that has made it; 0 if that is not told. */
  private static long maker(String text) {
    Matcher maker = MAKER.matcher(text);
    return maker.find() ? Long.parseLong(maker.group(1)) : 0;
  }

  /** What a file of the system tells; nothing if it is not there, or is not for us. */
  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static Iterable<Path> list(Path folder, String names) {
    Set<Path> found = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, names)) {
        all.forEach(found::add);
      } catch (IOException | DirectoryIteratorException e) {
        throw new UncheckedIOException(new IOException(folder + " cannot be looked into", e));
      }
    }
    return found;
  }
}
