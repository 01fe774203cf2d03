package dev.brood.internal.process;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The class path of workers: the parent's, with Brood's own classes in front. An {@link Archive}
 * holds for every class path that begins with the jar that it was made of.
 */
final class ClassPath {
  private static final boolean IS_MODULE = ClassPath.class.getModule().isNamed();

  private ClassPath() {}

  /** The entries, all of them absolute; none if there is no class path. */
  static List<String> entries() throws IOException {
    String parents = System.getProperty("java.class.path", "");
    List<String> entries = new ArrayList<>();
    if (!parents.isEmpty()) {
      for (String entry : parents.split(File.pathSeparator, -1)) {
        entries.add(absolute(entry));
      }
    }
    if (IS_MODULE) {
      return entries;
    }
    String own = own().toString();
    int place = entries.indexOf(own);
    if (place < 0 || (place > 0 && Own.MAY_MOVE)) {
      entries.removeIf(own::equals);
      entries.add(0, own);
    }
    return entries;
  }

  /** An empty entry stands for the folder in which the parent runs; workers may run elsewhere. */
  static String absolute(String entry) {
    return Path.of(entry).toAbsolutePath().toString();
  }

  /** The jar with Brood's own classes if the class path begins with it; null otherwise. */
  static @Nullable Path leadingJar() throws IOException {
    if (IS_MODULE) {
      return null;
    }
    Path own = own();
    return Files.isRegularFile(own) && entries().get(0).equals(own.toString()) ? own : null;
  }

  private static Path own() throws IOException {
    try {
      URI location = ClassPath.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(location).toAbsolutePath();
    } catch (Exception e) {
      throw new IOException("cannot tell where brood-runtime's own classes are", e);
    }
  }

  /** Found out only where Brood's classes do not come first by themselves. */
  private static final class Own {
    /** Of the folders of the jar, those that belong to Brood. */
    private static final Set<String> FOLDERS = Set.of("dev/", "META-INF/");

    static final boolean MAY_MOVE = mayMove();

    /** Among other classes, in a jar of everything, they stay: what comes first hides the rest. */
    private static boolean mayMove() {
      try {
        Path own = own();
        return !Files.isRegularFile(own) || isAlone(own);
      } catch (IOException e) {
        return false;
      }
    }

    private static boolean isAlone(Path jar) throws IOException {
      try (ZipFile file = new ZipFile(jar.toFile())) {
        Enumeration<? extends ZipEntry> entries = file.entries();
        while (entries.hasMoreElements()) {
          String name = entries.nextElement().getName();
          if (!FOLDERS.contains(name.substring(0, name.indexOf('/') + 1))
              && !name.equals("module-info.class")) {
            return false;
          }
        }
        return true;
      }
    }
  }
}
