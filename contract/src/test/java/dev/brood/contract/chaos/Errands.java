package dev.brood.contract.chaos;

import dev.brood.BroodException;
import dev.brood.Parallel;
import dev.brood.Pool;
import dev.brood.wire.Codec;
import dev.brood.wire.WireCodec;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** What workers do in a run. Each call has a number, and signs the {@link Book} with it. */
final class Errands {
  private Errands() {}

  /** The right value of a call. */
  static long answer(int number) {
    return number * 2_654_435_761L ^ number >>> 7;
  }

  /** Goes its way, once at most. */
  @Parallel
  static long run(String book, int number, Way way) throws IOException, InterruptedException {
    Book.of(book).sign(number);
    way.go(number);
    return answer(number);
  }

  /** Goes its way as often as need be; the first time, if at all, the bad one. */
  @Parallel(idempotent = true)
  static long runAgain(String book, int number, Way first)
      throws IOException, InterruptedException {
    if (Book.of(book).sign(number) == 1) {
      first.go(number);
    } else {
      Way.WELL.go(number);
    }
    return answer(number);
  }

  /** Gives back what it has got. */
  @Parallel
  static byte[] carry(String book, int number, byte[] bytes) {
    Book.of(book).sign(number);
    return bytes;
  }

  /** Gives what cannot be written. */
  @Parallel
  static Unwritable refuse(String book, int number) {
    Book.of(book).sign(number);
    return new Unwritable(number);
  }

  /** The sum of calls of its own, which have the numbers behind this one's. */
  @Parallel
  static long sumBehind(String book, int number, int count) {
    Book.of(book).sign(number);
    try {
      return Pool.current()
          .map(
              IntStream.rangeClosed(number + 1, number + count),
              each -> ErrandsParallel.run(book, each, Way.WELL))
          .stream()
          .mapToLong(Long::longValue)
          .sum();
    } catch (CompletionException e) {
      if (e.getCause() instanceof BroodException) {
        throw new IllegalStateException(number + " has lost one: " + e.getCause(), e);
      }
      throw e;
    }
  }

  /** Combines two results. */
  @Parallel(idempotent = true)
  static long add(long one, long other) {
    return one + other;
  }

  /** Bytes that tell the number of their call. */
  static byte[] load(int number, int length) {
    byte[] load = new byte[length];
    for (int i = 0; i < length; i++) {
      load[i] = (byte) (number + i * 31);
    }
    return load;
  }

  /** A result that fails as it is written. */
  @WireCodec(Unwritable.Refusal.class)
  record Unwritable(int number) {

    /** Writes none. */
    static final class Refusal implements Codec<Unwritable> {
      @Override
      public void write(WireWriter out, Unwritable value) {
        out.writeInt(value.number());
        throw new IllegalStateException("nobody can write " + value.number());
      }

      @Override
      public Unwritable read(WireReader in) {
        return new Unwritable(in.readInt());
      }
    }
  }
}
