package dev.brood.internal.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a worker as its JVM has them in memory, in a file: an AOT cache from JDK 25 on, a
 * dynamic class-data archive before that. With it a worker starts faster. It is made of the
 * runtime's own jar alone, so it holds for every program of a user's.
 *
 * <p>The file's name tells what it depends on, its length and a checksum:
 *
 * <pre>
 * brood-‹family›-‹state›-‹length›-‹checksum›.jsa
 *        │        ╰─ the versions of JDK and jar
 *        ╰─ where JDK and jar are, and the layout of the heap
 * </pre>
 *
 * So one that does not fit any more is simply not found, and goes when its successor is made. What
 * is found and is not whole, or might be somebody else's, is not used. What the JVM itself does not
 * like, it ignores; it has been told to say nothing of it.
 */
public final class Archive {
  /** Changes when older archives should not be used any more although nothing else has changed. */
  private static final String FORMAT = "1";

  /** The property that names another folder, or says that there are to be no archives. */
  static final String SWITCH = "brood.archive";

  private static final String PREFIX = "brood-";
  private static final String LOCK = "lock";

  /** An archive that nobody has used for so long belongs to a program that is gone. */
  private static final Duration FORGOTTEN = Duration.ofDays(30);

  /** There are archives only where parent and children are of one JDK. */
  private static final boolean IS_AOT = Runtime.version().feature() >= 25;

  /** Files that have been seen to be whole, and when they had been written. */
  private static final Map<Path, FileTime> SOUND = new ConcurrentHashMap<>();

  private final Path folder;
  private final Path jar;

  /** Options of the user's that decide how objects lie in memory. */
  private final List<String> layout;

  /** What the names of this archive and of those before it begin with. */
  private final String family;

  /** What the name of this archive begins with. */
  private final String prefix;

  private Archive(Path folder, Path jar, List<String> layout) throws IOException {
    this.folder = folder;
    this.jar = jar;
    this.layout = layout;
    Path home = Path.of(System.getProperty("java.home"));
    // Joined, since this stands before the first worker's start: the first "+" costs some 20 ms.
    family =
        PREFIX.concat(hash(jar.toString(), home.toString(), String.join(" ", layout))).concat("-");
    String state =
        hash(
            FORMAT,
            System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"),
            System.getProperty("java.vendor.version"),
            stamp(home.resolve("lib/modules")),
            stamp(jar));
    prefix = family.concat(state).concat("-");
  }

  /**
   * The archive for workers that are launched like that; it need not be there yet.
   *
   * @return null if there is to be none
   */
  public static @Nullable Archive of(Launch launch) {
    try {
      Path folder = folder();
      if (folder == null
          || launch.debugging()
          || JvmArguments.excludeArchives(launch)
          || !Jdk.of(launch).isOwn()) {
        return null;
      }
      Path jar = ClassPath.of(launch).leadingJar();
      return jar == null
          ? null
          : new Archive(folder, jar, JvmArguments.layout(launch.jvmArguments()));
    } catch (IOException | RuntimeException e) {
      return null; // an odd path, a file that has gone: workers start without it
    }
  }

  private static @Nullable Path folder() {
    String chosen = System.getProperty(SWITCH, "");
    if (chosen.equals("off")
        || !FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return null;
    }
    if (!chosen.isEmpty()) {
      return Path.of(chosen).toAbsolutePath();
    }
    String caches = System.getenv("XDG_CACHE_HOME");
    if (caches != null && Path.of(caches).isAbsolute()) {
      return Path.of(caches, "brood");
    }
    Path home = Path.of(System.getProperty("user.home", ""));
    return home.isAbsolute() ? home.resolve(".cache").resolve("brood") : null;
  }

  private static String stamp(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    long written = Files.getLastModifiedTime(file).toMillis();
    return String.join("@", Long.toString(Files.size(file)), Long.toString(written));
  }

  /** No secret, and short: the JVM looks itself whether an archive fits. */
  private static String hash(@Nullable String... parts) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (String part : parts) {
      String text = String.valueOf(part);
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ '\n') * 0x100000001b3L;
    }
    return Long.toHexString(hash);
  }

  private static String suffix() {
    return IS_AOT ? ".aot" : ".jsa";
  }

  // ---- use ----

  /** With these a worker uses the archive; none if it is not there. */
  public List<String> options() {
    Path file = find();
    if (file == null) {
      return List.of();
    }
    return IS_AOT
        ? List.of("-XX:AOTCache=".concat(file.toString()), "-Xlog:aot*=off", "-Xlog:cds*=off")
        : List.of("-XX:SharedArchiveFile=".concat(file.toString()), "-Xlog:cds*=off");
  }

  /** Whether it is there, whole, and nobody else's. */
  public boolean isThere() {
    return find() != null;
  }

  private @Nullable Path find() {
    String[] names = folder.toFile().list();
    if (names == null) {
      return null;
    }
    try {
      for (String name : names) {
        if (name.startsWith(prefix) && name.endsWith(suffix())) {
          Path file = folder.resolve(name);
          if (isOurs(folder) && isOurs(file) && isSound(file)) {
            return file;
          }
        }
      }
    } catch (IOException e) {
      // It has gone, or cannot be read: none, then.
    }
    return null;
  }

  /** A JVM believes what stands in an archive, so nobody else may be able to write it. */
  private static boolean isOurs(Path file) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    String owner = attributes.owner().getName();
    Set<PosixFilePermission> permissions = attributes.permissions();
    return (owner.equals(System.getProperty("user.name")) || owner.equals("root"))
        && !permissions.contains(PosixFilePermission.GROUP_WRITE)
        && !permissions.contains(PosixFilePermission.OTHERS_WRITE)
        && !attributes.isSymbolicLink();
  }

  /** The JVM does not look further than the head of the file. */
  private static boolean isSound(Path file) throws IOException {
    FileTime written = Files.getLastModifiedTime(file);
    if (written.equals(SOUND.get(file))) {
      return true;
    }
    boolean sound = file.getFileName().toString().endsWith("-".concat(seal(file)).concat(suffix()));
    if (sound) {
      SOUND.put(file, written);
    }
    return sound;
  }

  private static String seal(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    long length = 0;
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = new FileInputStream(file.toFile())) {
      int count;
      while ((count = in.read(buffer)) >= 0) {
        checksum.update(buffer, 0, count);
        length += count;
      }
    }
    return String.join("-", Long.toHexString(length), Long.toHexString(checksum.getValue()));
  }

  /**
   * Says that a worker that used the archive was killed by its own JVM before it had done anything.
   * The archive is given up, in case it was the reason.
   */
  public void blame() {
    Path file = find();
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // It stays in use, then.
      }
    }
  }

  // ---- making ----

  /**
   * Says that the archive goes on being used.
   *
   * @return whether it is there
   */
  public boolean keep() {
    Path file = find();
    if (file == null) {
      return false;
    }
    try {
      Instant now = Instant.now();
      if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(Duration.ofDays(1)))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
    } catch (IOException e) {
      // Not ours to change, or gone.
    }
    return true;
  }

  /**
   * Begins to make the archive.
   *
   * @return null if another process is doing so, or if it cannot be kept here
   */
  public @Nullable Making make() {
    try {
      Files.createDirectories(folder.getParent());
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      if (!isOurs(folder)) {
        return null;
      }
      return Making.begin(this);
    } catch (IOException | RuntimeException e) {
      return null; // no home, one that is read-only, a full disk
    }
  }

  /** An archive that is being made; by one process at a time. */
  public static final class Making implements AutoCloseable {
    private final Archive archive;
    private final FileChannel lock;
    private final Path file;

    private Making(Archive archive, FileChannel lock) throws IOException {
      this.archive = archive;
      this.lock = lock;
      String unique = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
      file = archive.folder.resolve("making-" + unique + suffix());
    }

    private static @Nullable Making begin(Archive archive) throws IOException {
      FileChannel channel =
          FileChannel.open(
              archive.folder.resolve(LOCK),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      boolean mine = false;
      try {
        FileLock lock = channel.tryLock();
        mine = lock != null && !archive.isThere();
        return mine ? new Making(archive, channel) : null;
      } catch (OverlappingFileLockException e) {
        return null; // another pool of this JVM
      } finally {
        if (!mine) {
          channel.close();
        }
      }
    }

    /** The arguments of the JVM whose classes are to be archived when it ends. */
    public List<String> jvmArguments() {
      List<String> arguments = new ArrayList<>(archive.layout);
      arguments.add("-cp");
      arguments.add(archive.jar.toString());
      arguments.add((IS_AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
      return arguments;
    }

    /**
     * Puts what that JVM has written in its place, as a whole and for good.
     *
     * @return whether it had written anything
     */
    public boolean finish() {
      try {
        if (!Files.exists(file)) {
          return false;
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
          written.force(true); // or a power failure might leave its name, and zeros in it
        }
        String name = archive.prefix + seal(file) + suffix();
        Files.move(file, archive.folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sweep(name);
        return true;
      } catch (IOException e) {
        return false;
      }
    }

    /** Deletes what this one replaces, what others have left, and what nobody uses any more. */
    private void sweep(String made) throws IOException {
      String[] names = archive.folder.toFile().list();
      if (names == null) {
        return;
      }
      FileTime forgotten = FileTime.from(Instant.now().minus(FORGOTTEN));
      for (String name : names) {
        Path other = archive.folder.resolve(name);
        boolean isReplaced = name.startsWith(archive.family) && !name.equals(made);
        boolean isForgotten =
            name.startsWith(PREFIX)
                && Files.exists(other)
                && Files.getLastModifiedTime(other).compareTo(forgotten) < 0;
        if (isReplaced || isForgotten || name.startsWith("making-")) {
          Files.deleteIfExists(other);
        }
      }
    }

    /** Gives up what is not finished, and lets others try. */
    @Override
    public void close() {
      try (lock) {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // The next one who makes an archive sweeps it.
      }
    }
  }
}
