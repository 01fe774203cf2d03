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
 * options and surroundings, and short.
 *
 * <p>Calls are prepared by one thread, the owner, which runs code of the user's. All else is for
 * one thread at a time, which may be another one.
 */
final class Gathering<R extends @Nullable Object> {
  /** The most bytes of arguments that go together. */
  private static final int MOST_BYTES = 16 << 10;

  private static final int FEW = 16;

  private final LookAhead<R> owner;
  private final int most;
  private final Consumer<BulkJob<R>> made;
  private List<WireCall<R>> calls = new ArrayList<>();
  private long[] ends = new long[FEW];
  private byte[] bytes = new byte[FEW * Long.BYTES];
  private int size;
  private @Nullable Target target;
  private Map<String, Map<String, String>> context = Map.of();
  private long place;

  /** The call that has been prepared. */
  private final WireWriter out = new WireWriter();

  private @Nullable WireCall<R> itself;
  private @Nullable Target itsTarget;
  private Map<String, Map<String, String>> itsContext = Map.of();
  private long itsPlace;
  private boolean alone;

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

  /**
   * Encodes a call, on this thread.
   *
   * @param input its input, from 0; one more than that of the call before
   * @return how many bytes of arguments it has
   * @throws WireException if it cannot be encoded; nothing is left of it then
   */
  long prepare(WireCall<R> call, long input) {
    out.reset();
    itsTarget = Target.of(call);
    itsContext = Carriers.capture();
    alone = most == 1 || mustGoAlone(call);
    Part.encode(call, out);
    itself = call;
    itsPlace = input;
    return out.size();
  }

  /** Adds the call that has been prepared. */
  void add() {
    WireCall<R> call = Objects.requireNonNull(itself);
    Target its = Objects.requireNonNull(itsTarget);
    long length = out.size();
    if (alone || length > MOST_BYTES) {
      finish();
      make(List.of(call), new long[] {length}, out.toPayload(), itsPlace, its, itsContext);
      return;
    }
    if (!its.equals(target) || !context.equals(itsContext)) {
      finish();
    }
    if (calls.isEmpty()) {
      place = itsPlace;
      target = its;
      context = itsContext;
    }
    append(call, (int) length);
    if (calls.size() >= most || size > MOST_BYTES) {
      finish();
    }
  }

  private void append(WireCall<R> call, int length) {
    int count = calls.size();
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
    }
    out.copyTo(bytes, size);
    size += length;
    ends[count] = size;
    calls.add(call);
  }

  /** Limits of time, priorities and attempts are counted for each call by itself. */
  @SuppressWarnings("ReferenceEquality") // which is what nearly all calls have
  private static boolean mustGoAlone(WireCall<?> call) {
    return call.options() != CallOptions.none() || CurrentCall.get().isPresent();
  }

  /** Makes a job of what has been gathered, if there is anything. */
  void finish() {
    if (calls.isEmpty()) {
      return;
    }
    List<WireCall<R>> gathered = calls;
    Payload arguments = size == 0 ? Payload.EMPTY : new Payload(bytes, size);
    long[] their = Arrays.copyOf(ends, gathered.size());
    calls = new ArrayList<>(gathered.size());
    bytes = new byte[size + Long.BYTES];
    size = 0;
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
