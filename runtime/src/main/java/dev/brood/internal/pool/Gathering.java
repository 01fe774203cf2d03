package dev.brood.internal.pool;

import dev.brood.CallOptions;
import dev.brood.WireException;
import dev.brood.internal.call.Carriers;
import dev.brood.internal.call.CurrentCall;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes jobs of calls: neighbours go together as long as they are of one method, with the same
 * options and surroundings, and short. Not thread-safe.
 */
final class Gathering<R extends @Nullable Object> {
  /** The most bytes of arguments that go together. */
  private static final int MOST_BYTES = 16 << 10;

  private static final int FEW = 16;

  private final LookAhead<R> owner;
  private final int most;
  private final Consumer<BulkJob<R>> made;
  private final WireWriter out = new WireWriter();

  private List<WireCall<R>> calls = new ArrayList<>();
  private long[] ends = new long[FEW];
  private @Nullable Target target;
  private Map<String, Map<String, String>> context = Map.of();
  private long place;

  /**
   * Begins with nothing.
   *
   * @param most how many calls may go together
   * @param made takes the jobs
   */
  Gathering(LookAhead<R> owner, int most, Consumer<BulkJob<R>> made) {
    this.owner = owner;
    this.most = most;
    this.made = made;
  }

  /** How many calls have been gathered and are in no job yet. */
  int size() {
    return calls.size();
  }

  /**
   * Adds a call, which is encoded on this thread.
   *
   * @param input its input, from 0; one more than that of the call before
   * @return how many bytes of arguments it has
   * @throws WireException if it cannot be encoded; nothing is left of it then
   */
  long add(WireCall<R> call, long input) {
    Target its = Target.of(call);
    Map<String, Map<String, String>> surroundings = Carriers.capture();
    boolean alone = most == 1 || mustGoAlone(call);
    if (alone || !its.equals(target) || !context.equals(surroundings)) {
      finish();
    }
    long begin = out.size();
    try {
      Part.encode(call, out);
    } catch (WireException e) {
      finish(out.toPayload().part(0, begin));
      throw e;
    }
    long size = out.size() - begin;
    if (size > MOST_BYTES && !calls.isEmpty()) {
      Payload both = out.toPayload();
      finish(both.part(0, begin));
      make(alone(call), ends(size), both.part(begin, begin + size), input, its, surroundings);
    } else if (alone) {
      make(alone(call), ends(size), out.toPayload(), input, its, surroundings);
    } else {
      append(call, input, its, surroundings);
    }
    return size;
  }

  /** Limits of time, priorities and attempts are counted for each call by itself. */
  @SuppressWarnings("ReferenceEquality") // which is what nearly all calls have
  private static boolean mustGoAlone(WireCall<?> call) {
    return call.options() != CallOptions.none() || CurrentCall.get().isPresent();
  }

  private static <R extends @Nullable Object> List<WireCall<R>> alone(WireCall<R> call) {
    return List.of(call);
  }

  private static long[] ends(long size) {
    return new long[] {size};
  }

  private void append(
      WireCall<R> call, long input, Target its, Map<String, Map<String, String>> surroundings) {
    int count = calls.size();
    if (count == 0) {
      place = input;
      target = its;
      context = surroundings;
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count] = out.size();
    calls.add(call);
    if (count + 1 >= most || out.size() > MOST_BYTES) {
      finish();
    }
  }

  /** Makes a job of what has been gathered, if there is anything. */
  void finish() {
    if (!calls.isEmpty()) {
      finish(out.toPayload());
    }
  }

  private void finish(Payload arguments) {
    if (calls.isEmpty()) {
      return;
    }
    List<WireCall<R>> gathered = calls;
    calls = new ArrayList<>(gathered.size());
    long[] their = Arrays.copyOf(ends, gathered.size());
    make(gathered, their, arguments, place, Objects.requireNonNull(target), context);
  }

  private void make(
      List<WireCall<R>> gathered,
      long[] their,
      Payload arguments,
      long input,
      Target its,
      Map<String, Map<String, String>> surroundings) {
    made.accept(new BulkJob<>(owner, its, gathered, their, arguments, input, surroundings));
  }
}
