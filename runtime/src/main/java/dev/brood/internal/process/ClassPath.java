package dev.brood.internal.process;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Where workers find their classes: the parent's class path, with Brood's own classes in front. An
 * {@link Archive} holds for every class path that begins with the jar that it was made of.
 *
 * <p>If the system's class loader has not loaded Brood here, the property {@code java.class.path}
 * says nothing of the program. Then it is put together from what the class loaders tell:
 *
 * <pre>
 * Brood was loaded by             such as in                  workers get
 * the system's class loader       java -cp …, tests           java.class.path
 * a URLClassLoader, from files    mvn exec:java, servers      its URLs, and those of its parents
 * Spring Boot's, from within a    java -jar app.jar           app.jar, and Spring Boot's launcher
 *   jar in a jar
 * another one                                                 nothing: the user must say
 * </pre>
 *
 * The loader of the thread that starts a pool may add to that: it may know classes of the user's
 * where Brood's is shared by several programs.
 *
 * @param entries all of them absolute; none if there is no class path
 * @param launcher the main class that finds that of workers in a jar within the only entry; null
 *     where it needs no help
 */
record ClassPath(List<String> entries, @Nullable String launcher) {
  private static final boolean IS_MODULE = ClassPath.class.getModule().isNamed();

  private static final String SPRING_BOOT = "org.springframework.boot.loader.";

  /**
   * The class path of workers that are to be launched like that.
   *
   * @throws IOException if it cannot be told
   */
  static ClassPath of(Launch launch) throws IOException {
    if (!launch.classPath().isEmpty()) {
      List<String> entries = new ArrayList<>();
      launch.classPath().forEach(entry -> entries.add(entry.toString()));
      return new ClassPath(IS_MODULE || !isInFiles() ? entries : withOwn(entries), null);
    }
    if (IS_MODULE) {
      return new ClassPath(ofSystem(), null);
    }
    ClassLoader own = ClassPath.class.getClassLoader();
    if (isSystem(own)) {
      Set<String> entries = new LinkedHashSet<>(ofSystem());
      entries.addAll(ofLoaders(launch.loader()));
      return new ClassPath(withOwn(new ArrayList<>(entries)), null);
    }
    if (own.getClass().getName().startsWith(SPRING_BOOT) && !isInFiles()) {
      String launcher = own.getClass().getPackageName().concat(".PropertiesLauncher");
      return new ClassPath(ofSystem(), launcher);
    }
    if (!(own instanceof URLClassLoader) || !isInFiles()) {
      throw new IOException(
          "cannot tell the class path of workers: Brood's own classes were loaded by "
              + own
              + (location() == null ? "" : " from " + location())
              + ", which does not name files that it loads from; and it is not the system's class"
              + " loader, so java.class.path ("
              + System.getProperty("java.class.path")
              + ") is no help. Name the jars and folders by Pool.builder().classPath(…)");
    }
    Set<String> entries = new LinkedHashSet<>(ofLoaders(own));
    entries.addAll(ofLoaders(launch.loader()));
    entries.addAll(ofSystem());
    return new ClassPath(withOwn(new ArrayList<>(entries)), null);
  }

  /** Whether it is the system's class loader, or one of those behind that. */
  private static boolean isSystem(@Nullable ClassLoader loader) {
    for (ClassLoader system = ClassLoader.getSystemClassLoader();
        system != null;
        system = system.getParent()) {
      if (system.equals(loader)) {
        return true;
      }
    }
    return loader == null;
  }

  /** What this JVM was started with. */
  private static List<String> ofSystem() {
    List<String> entries = new ArrayList<>();
    String parents = System.getProperty("java.class.path", "");
    if (!parents.isEmpty()) {
      for (String entry : parents.split(File.pathSeparator, -1)) {
        try {
          entries.add(absolute(entry));
        } catch (InvalidPathException e) {
          // This JVM itself cannot open it: its name is not in the locale's characters.
        }
      }
    }
    return entries;
  }

  /** The files that a loader and its parents, up to the system's, say that they load from. */
  private static List<String> ofLoaders(@Nullable ClassLoader first) {
    List<String> entries = new ArrayList<>();
    for (ClassLoader loader = first;
        loader != null && !isSystem(loader);
        loader = loader.getParent()) {
      if (loader instanceof URLClassLoader named) {
        for (URL url : named.getURLs()) {
          if (isFile(url)) {
            entries.add(path(url).toString());
          }
        }
      }
    }
    return entries;
  }

  private static List<String> withOwn(List<String> entries) throws IOException {
    Path own = own();
    if (!entries.isEmpty() && entries.get(0).equals(own.toString())) {
      return entries;
    }
    boolean isThere = entries.stream().anyMatch(entry -> isSame(entry, own));
    if (!isThere || Own.MAY_MOVE) {
      entries.removeIf(entry -> isSame(entry, own));
      entries.add(0, own.toString());
    }
    return entries;
  }

  /** Whether an entry is that file or folder, however the entry is spelled. */
  private static boolean isSame(String entry, Path own) {
    try {
      return entry.equals(own.toString()) || Files.isSameFile(Path.of(entry), own);
    } catch (IOException | InvalidPathException e) {
      return false; // there is no such file
    }
  }

  /** An empty entry stands for the folder in which the parent runs; workers may run elsewhere. */
  static String absolute(String entry) {
    return Path.of(entry).toAbsolutePath().toString();
  }

  /** The jar with Brood's own classes if the class path begins with it; null otherwise. */
  @Nullable Path leadingJar() throws IOException {
    if (IS_MODULE || launcher != null) {
      return null;
    }
    Path own = own();
    return Files.isRegularFile(own) && entries.get(0).equals(own.toString()) ? own : null;
  }

  /** The jar or folder with Brood's own classes. */
  private static Path own() throws IOException {
    URL location = location();
    if (location == null || !isFile(location)) {
      throw new IOException("Brood's own classes are in no file: " + location);
    }
    Path own = path(location);
    if (!Files.exists(own)) {
      throw new IOException(
          "Brood's own classes were loaded from "
              + own
              + ", which is not there any more, so workers cannot load them");
    }
    return own;
  }

  private static boolean isInFiles() {
    URL location = location();
    return location != null && isFile(location);
  }

  private static @Nullable URL location() {
    CodeSource source = ClassPath.class.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  private static boolean isFile(URL url) {
    return url.getProtocol().equals("file");
  }

  private static Path path(URL file) {
    try {
      return Path.of(file.toURI()).toAbsolutePath();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Path.of(file.getPath()).toAbsolutePath(); // somebody has not encoded a space
    }
  }

  /** Found out only where Brood's classes do not come first by themselves. */
  private static final class Own {
    /** What belongs to Brood in its jar: these folders, those that they are in, and a file. */
    private static final List<String> OURS =
        List.of("dev/brood/", "META-INF/", "module-info.class");

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
          ZipEntry entry = entries.nextElement();
          if (!entry.isDirectory() && OURS.stream().noneMatch(entry.getName()::startsWith)) {
            return false;
          }
        }
        return true;
      }
    }
  }
}
