package dev.brood.contract;

import dev.brood.Pool;
import dev.brood.WorkerOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that exits while its pool is open. */
public final class ExitingMain {
  private ExitingMain() {}

  /** Exits with 3 when a worker has printed so many lines, which go to a file. */
  public static void main(String[] args) throws IOException {
    WorkerOutput lines = new Lines(Files.newBufferedWriter(Path.of(args[1])));
    Pool pool = Pool.builder().workers(1).output(lines).start();
    pool.call(WorkParallel.printLines(Integer.parseInt(args[0])));
    System.exit(3);
  }

  /** Keeps the last of them in memory until it is closed. */
  private record Lines(BufferedWriter out) implements WorkerOutput {
    @Override
    public void accept(Line line) {
      write(line.text());
    }

    @Override
    public void close() {
      write("closed");
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void write(String text) {
      try {
        out.write(text);
        out.newLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
