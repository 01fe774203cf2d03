package dev.brood.internal.channel;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The two files through which a pool and a child JVM talk. The pool writes one of them, which the
 * worker can only read, so no wild write of a worker can change what is queued for it. The worker
 * writes the other one, of which the pool changes nothing but the {@link Claims}.
 *
 * <p>They are filled before anybody maps them, so a full disk is told by an exception, and not by
 * an error on some later access. When both sides have mapped them they need no names any more.
 */
public final class SharedFiles implements Closeable {
  /** No slower than a larger one: it is warm at once, and stays in the processor's cache. */
  public static final int CAPACITY = 256 << 10;

  private static final int FILLING = 64 << 10;

  private final File request;
  private final File reply;
  private final RandomAccessFile requestFile;
  private final RandomAccessFile replyFile;

  /**
   * Creates the files.
   *
   * @param directory where; nobody else may enter it
   * @param capacity of each ring, in bytes: a power of two
   * @throws IOException if there is no room for them
   */
  public SharedFiles(Path directory, int capacity) throws IOException {
    request = directory.resolve("request").toFile();
    reply = directory.resolve("reply").toFile();
    requestFile = filled(request, Segment.size(capacity));
    try {
      replyFile = filled(reply, Segment.size(capacity));
    } catch (IOException e) {
      free(requestFile);
      throw e;
    }
  }

  private static RandomAccessFile filled(File path, int size) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path, "rw");
    try {
      byte[] zeros = new byte[FILLING];
      for (int done = 0; done < size; ) {
        int count = Math.min(FILLING, size - done);
        file.write(zeros, 0, count);
        done += count;
      }
      return file;
    } catch (IOException e) {
      free(file);
      throw e;
    }
  }

  /** Gives the memory back, even if it is still mapped, and closes the file. */
  private static void free(RandomAccessFile file) {
    try (file) {
      file.setLength(0);
    } catch (IOException e) {
      // The memory is given back when the mapping is collected.
    }
  }

  /** What the worker needs to know, as lines. */
  public List<String> invitation() {
    return List.of(request.getPath(), reply.getPath());
  }

  /**
   * The pool's end. To be asked for once. When it has been closed, and the worker has ended too,
   * the memory is given back: until then the worker may look at it, if only to say that it ends.
   *
   * @param bell wakes the worker
   * @param workerEnd completed when the worker has ended
   */
  public RingChannel poolEnd(Bell bell, CompletableFuture<?> workerEnd) throws IOException {
    Segment own = Segment.create(map(requestFile, MapMode.READ_WRITE));
    Segment peer = Segment.of(map(replyFile, MapMode.READ_WRITE));
    return new RingChannel(
        own,
        peer,
        peer.claims(),
        bell,
        () -> closeAfter(workerEnd),
        Runtime.getRuntime().maxMemory());
  }

  /**
   * The worker's end.
   *
   * @param request the first line of the invitation
   * @param reply the second
   * @param bell wakes the pool
   */
  public static RingChannel workerEnd(String request, String reply, Bell bell) throws IOException {
    try (RandomAccessFile requestFile = new RandomAccessFile(request, "r");
        RandomAccessFile replyFile = new RandomAccessFile(reply, "rw")) {
      Segment own = Segment.create(map(replyFile, MapMode.READ_WRITE));
      Segment peer = Segment.of(map(requestFile, MapMode.READ_ONLY));
      return new RingChannel(own, peer, own.claims(), bell, () -> {});
    }
  }

  private static MappedByteBuffer map(RandomAccessFile file, MapMode mode) throws IOException {
    FileChannel channel = file.getChannel(); // is closed with the file
    return channel.map(mode, 0, channel.size());
  }

  private void closeAfter(CompletableFuture<?> workerEnd) {
    CompletableFuture<Void> unused = workerEnd.thenRun(this::close);
  }

  /** Gives the memory back. Nobody may look at it from here on. */
  @Override
  public void close() {
    free(requestFile);
    free(replyFile);
  }
}
