package dev.brood.contract.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file in which calls sign as they begin. It is memory of all processes, so what a worker has
 * written stays, however that ends.
 *
 * <pre>
 * 0        4               8         12
 * ├────────┼───────────────┼─────────┼────────┤  for each call
 * │ begun  │ by process    │ verdict │        │
 * ╰─ the worker writes ────┴─ the pool's side ╯
 * </pre>
 */
final class Book {
  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private static final int ENTRY = 16;
  private static final int BEGUN = 0;
  private static final int PROCESS = 4;
  private static final int VERDICT = 8;
  private static final int ENTRIES = 1 << 16;

  private static final Map<String, Book> OPEN = new ConcurrentHashMap<>();

  private final Path path;
  private final Map<Integer, ByteBuffer> pages = new ConcurrentHashMap<>();

  /** Opens a file that exists. */
  Book(Path path) {
    this.path = path;
  }

  /** For calls in a worker, one after the other. */
  static Book of(String path) {
    return OPEN.computeIfAbsent(path, name -> new Book(Path.of(name)));
  }

  private ByteBuffer page(int number) {
    return pages.computeIfAbsent(number / ENTRIES, this::map);
  }

  private ByteBuffer map(int page) {
    // Not kept open: whoever interrupts a thread that uses a channel closes it for all others.
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = (long) ENTRIES * ENTRY;
      return file.map(MapMode.READ_WRITE, page * size, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int at(int number, int field) {
    return number % ENTRIES * ENTRY + field;
  }

  /** Said by a call as it begins; returns how often it has begun, this time included. */
  int sign(int number) {
    ByteBuffer page = page(number);
    INT.setVolatile(page, at(number, PROCESS), (int) ProcessHandle.current().pid());
    return (int) INT.getAndAdd(page, at(number, BEGUN), 1) + 1;
  }

  /** How often a call has begun. */
  int begun(int number) {
    return (int) INT.getVolatile(page(number), at(number, BEGUN));
  }

  /** In which process it has begun last; 0 if it has not. */
  long process(int number) {
    return (int) INT.getVolatile(page(number), at(number, PROCESS));
  }

  /** What has been made of a call; 0 at first. */
  int verdict(int number) {
    return (int) INT.getVolatile(page(number), at(number, VERDICT));
  }

  /** Says what has been made of a call, once; returns whether nothing had been said before. */
  boolean judge(int number, int verdict) {
    return INT.compareAndSet(page(number), at(number, VERDICT), 0, verdict);
  }
}
