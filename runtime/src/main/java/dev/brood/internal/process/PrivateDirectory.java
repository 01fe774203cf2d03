package dev.brood.internal.process;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A temporary folder that only this user can enter. It holds what a worker needs while it starts,
 * and is deleted with all that is in it as soon as the worker has started: by the worker, and by
 * whoever has started it. Its name tells who that was, so that what is left of a process which was
 * killed at the wrong moment can be {@linkplain #sweep swept} later.
 */
public final class PrivateDirectory implements Closeable {
  /** Where Linux keeps files in memory. */
  private static final Path MEMORY = Path.of("/dev/shm");

  /** Belongs to this user, where there is such a thing. */
  private static final Path PROCESS = Path.of("/proc/self");

  /** With the process id of whoever has made it. */
  private static final Pattern NAME = Pattern.compile("brood-(\\d{1,9})-\\d+");

  /** Longer than any worker takes to start. */
  private static final Duration STALE = Duration.ofMinutes(2);

  /** More than there are files in one of them. */
  private static final int MOST_ATTEMPTS = 20;

  /** Those that have not been closed; and that there will be no more of them. */
  private static final Set<PrivateDirectory> OPEN = new HashSet<>();

  private static boolean over;

  private final Path path;

  /** Creates a folder in another one. */
  public PrivateDirectory(Path parent) throws IOException {
    synchronized (OPEN) {
      if (over) {
        throw new TooLateException();
      }
      path = Files.createTempDirectory(parent, "brood-" + ProcessHandle.current().pid() + "-");
      OPEN.add(this);
    }
  }

  /** This JVM ends: there are no folders any more. */
  public static final class TooLateException extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLateException() {
      super("this JVM is ending");
    }
  }

  /** This JVM ends: deletes those of workers that are just being started. */
  public static void deleteAll() {
    synchronized (OPEN) {
      over = true;
      for (PrivateDirectory folder : OPEN) {
        try {
          delete(folder.path);
        } catch (IOException e) {
          // A later pool sweeps.
        }
      }
    }
  }

  /** Deletes what processes that are gone have left behind, as far as this user may. */
  public static void sweep() {
    parents().forEach(parent -> sweep(parent, Instant.now()));
  }

  static void sweep(Path parent, Instant now) {
    List<Path> left = leftBehind(parent, now.minus(STALE));
    if (left.isEmpty()) {
      return;
    }
    try {
      UserPrincipal self = self(parent);
      left.forEach(folder -> deleteIfOf(self, folder));
    } catch (IOException e) {
      // Who cannot tell what is his deletes nothing.
    }
  }

  private static List<Path> leftBehind(Path parent, Instant stale) {
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "brood-*")) {
      for (Path folder : folders) {
        if (isLeftBehind(folder, stale)) {
          left.add(folder);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // A later sweep sees the rest.
    }
    return left;
  }

  /**
   * Whether the process has gone that a folder is named after. One that started later has only got
   * its number, as the first process of each container does.
   */
  private static boolean isLeftBehind(Path folder, Instant stale) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    if (!name.matches()) {
      return false;
    }
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return false; // another process sweeps too
    }
    Instant modified = attributes.lastModifiedTime().toInstant();
    if (!attributes.isDirectory() || !modified.isBefore(stale)) { // a link might lead anywhere
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(name.group(1)));
    return process.isEmpty()
        || process
            .get()
            .info()
            .startInstant()
            .filter(start -> start.minus(STALE).isAfter(modified))
            .isPresent();
  }

  /** This user, as the file system knows it; what the JVM takes for its name may be another's. */
  private static UserPrincipal self(Path parent) throws IOException {
    try (PrivateDirectory made = new PrivateDirectory(parent)) {
      return Files.getOwner(made.path);
    } catch (IOException e) { // no room even for that
      return Files.getOwner(PROCESS);
    }
  }

  /** Another user's is left to that user; and what is in the way of one folder, to itself. */
  private static void deleteIfOf(UserPrincipal self, Path folder) {
    try {
      if (Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(self)) {
        delete(folder);
      }
    } catch (IOException e) {
      // Another process sweeps too, or there is more in it than Brood puts into one.
    }
  }

  /**
   * Where folders may be created, the best place first: in memory, where the system has a place for
   * that; files on a disk would be written to it now and then.
   */
  public static List<Path> parents() {
    List<Path> parents = new ArrayList<>(2);
    if (Files.isDirectory(MEMORY) && Files.isWritable(MEMORY)) {
      parents.add(MEMORY);
    }
    parents.add(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
    return parents;
  }

  /** Where a file of that name would be. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    delete(path);
    synchronized (OPEN) { // no sooner, or this JVM might end in the middle of it
      OPEN.remove(this);
    }
  }

  /** Another thread may still be creating files in it; each of them is in the way once. */
  private static void delete(Path folder) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        deleteOnce(folder);
        return;
      } catch (DirectoryNotEmptyException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void deleteOnce(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      return; // deleted before
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Files.deleteIfExists(folder);
  }
}
