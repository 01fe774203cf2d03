package dev.brood.internal.pool;

import dev.brood.internal.channel.SharedFiles;
import dev.brood.internal.process.PrivateDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder and the files where a pool meets a child JVM: in memory if there is room, if need be
 * with smaller rings, otherwise in the temporary folder. When both sides have found each other it
 * is closed, and nothing is left of it that has a name.
 */
final class MeetingPlace implements Closeable {
  private static final Logger LOG = System.getLogger(MeetingPlace.class.getName());

  /** Smaller rings are slower for large values only. */
  private static final int SMALL = SharedFiles.CAPACITY / 8;

  private final PrivateDirectory directory;
  private final SharedFiles files;

  private MeetingPlace(PrivateDirectory directory, SharedFiles files) {
    this.directory = directory;
    this.files = files;
  }

  static MeetingPlace create() throws IOException {
    return create(PrivateDirectory.parents());
  }

  /**
   * Creates the files in the first of these folders that has room for them.
   *
   * @throws IOException if none has
   */
  static MeetingPlace create(List<Path> parents) throws IOException {
    IOException failure =
        new IOException("there is no room for the memory of workers in " + parents);
    for (Path parent : parents) {
      for (int capacity : new int[] {SharedFiles.CAPACITY, SMALL}) {
        try {
          return create(parent, capacity);
        } catch (PrivateDirectory.TooLateException e) {
          throw e;
        } catch (IOException e) {
          LOG.log(Level.DEBUG, "no room for " + capacity + " bytes each way in " + parent, e);
          failure.addSuppressed(e);
        }
      }
      LOG.log(Level.WARNING, parent + " has no room for the memory of a worker");
    }
    throw failure;
  }

  private static MeetingPlace create(Path parent, int capacity) throws IOException {
    PrivateDirectory directory = new PrivateDirectory(parent);
    try {
      return new MeetingPlace(directory, new SharedFiles(directory.path(), capacity));
    } catch (IOException | OutOfMemoryError e) {
      directory.close();
      throw e;
    }
  }

  PrivateDirectory directory() {
    return directory;
  }

  SharedFiles files() {
    return files;
  }

  /** Gives everything up: no worker was started. */
  void abandon() throws IOException {
    files.close();
    close();
  }

  /** Takes the names away; whoever has the files open keeps them. */
  @Override
  public void close() throws IOException {
    directory.close();
  }
}
