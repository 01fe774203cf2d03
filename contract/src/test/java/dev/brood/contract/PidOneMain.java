package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.Task;
import dev.brood.testkit.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A program that is the first process of a container. */
public final class PidOneMain {
  private static final int CRASHES = 10;
  private static final int PROGRAMS = 3;

  private PidOneMain() {}

  /**
   * Tells, line by line, what becomes of calls, crashes, programs and the processes behind them.
   */
  public static void main(String[] args) {
    System.out.println("pid " + ProcessHandle.current().pid());
    try (Pool pool = Pool.start(2)) {
      System.out.println("square " + pool.call(WorkParallel.square(3)));
      int crashes = 0;
      for (int i = 0; i < CRASHES; i++) {
        Task<Integer> crash = pool.submit(WorkParallel.halt(1));
        crashes += Await.failure(crash).getMessage().contains("exit code 1") ? 1 : 0;
      }
      System.out.println("crashes " + crashes);
      System.out.println("zombies of workers " + count(" Z "));
      for (int i = 0; i < PROGRAMS; i++) {
        Await.failure(pool.submit(WorkParallel.startProgramAndHalt()));
      }
      System.out.println("square " + pool.call(WorkParallel.square(4)));
    }
    Await.until(() -> count("") - count(" Z ") == 1); // what was killed takes a moment to end
    System.out.println("zombies of programs " + count(" Z "));
    System.out.println("files " + Arrays.toString(new File("/dev/shm").list()));
  }

  /** How many processes there are in a state. */
  private static int count(String state) {
    int count = 0;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        try {
          byte[] stat = Files.readAllBytes(process.resolve("stat"));
          String line = new String(stat, StandardCharsets.ISO_8859_1);
          count += line.substring(line.lastIndexOf(')')).contains(state) ? 1 : 0;
        } catch (NoSuchFileException e) {
          // It has just ended.
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count;
  }
}
