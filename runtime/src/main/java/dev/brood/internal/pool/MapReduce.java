package dev.brood.internal.pool;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Calls;
import dev.brood.internal.call.Fold;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One {@code mapReduce}. Neighbouring calls go to a worker as one chunk, whose results it folds;
 * the results of neighbouring chunks are combined in workers as well, and remain encoded until
 * there is only one. All of it is driven by the thread that asked for it, the owner.
 *
 * <pre>
 * calls     0 1 2 3 │ 4 5 6 7 │ 8 9 …
 * chunks     0..3   │  4..7   │ 8..9     in workers
 * combined       0..7         │          in workers
 * </pre>
 *
 * <p>The first calls go singly: only when two neighbours have been answered can the combining call
 * be described. A chunk grows while chunks are answered quickly, and shrinks when they are not.
 */
final class MapReduce<R> {
  private static final int CHUNK_CALLS = 1024;
  private static final long CHUNK_BYTES = 1 << 20;

  /** A chunk that takes less than that was too short, one that takes more than that too long. */
  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** So long may calls wait for others to join them, with all workers busy or with some idle. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final long IDLE_PATIENCE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  /** From so many on, encoded results are combined although they differ in weight. */
  private static final int MANY = 64;

  /** The most bytes of arguments under way. */
  private static final long LIMIT_BYTES = 16 << 20;

  private final Engine engine;
  private final Calls<R> source;
  private final BiFunction<? super R, ? super R, ? extends Call<R>> combine;
  private final Waiter waiter;

  /** One call of each method that is mapped. */
  private final Map<Target, WireCall<R>> samples = new HashMap<>();

  private CallOptions options = CallOptions.none();
  private @Nullable WireCall<R> combining;
  private @Nullable Target combiningTarget;

  // What is being gathered for the next chunk.
  private final List<Part> parts = new ArrayList<>();
  private long partBytes;
  private long gatheredSince;
  private int chunkCalls = 1;

  // The pieces of the whole, in order.
  private @Nullable Piece first;
  private @Nullable Piece last;
  private int pieces;

  private long pulled;
  private long bytesUnderWay;
  private boolean exhausted;

  private final Queue<PieceJob> answered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unanswered = new AtomicInteger();

  MapReduce(
      Engine engine, Calls<R> source, BiFunction<? super R, ? super R, ? extends Call<R>> combine) {
    this.engine = engine;
    this.waiter = new Waiter(engine);
    this.source = source;
    this.combine = combine;
  }

  Optional<R> run() {
    try (source) {
      if (engine.isShutdown()) {
        throw new RejectedExecutionException("the pool is shut down");
      }
      Iterator<Call<? extends R>> calls = source.iterator();
      while (!isDone()) {
        boolean wasExhausted = exhausted;
        pullAhead(calls);
        if (exhausted == wasExhausted) { // otherwise more may be combined from now on
          await();
        }
        collect();
        combineNeighbours();
      }
      return whole();
    } catch (Throwable e) {
      cancelAll();
      throw e;
    }
  }

  private boolean isDone() {
    Piece only = first;
    return exhausted && pieces <= 1 && (only == null || only.result != null);
  }

  // ---- chunks ----

  private void pullAhead(Iterator<Call<? extends R>> calls) {
    int workers = engine.size();
    while (!exhausted && mayPull(workers)) {
      if (!parts.isEmpty() && isOverdue(workers)) {
        submitChunk();
        continue;
      }
      if (calls.hasNext()) {
        gather(calls.next());
        if (parts.size() >= chunkCalls || partBytes >= CHUNK_BYTES) {
          submitChunk();
        }
      } else {
        exhausted = true;
      }
    }
    if (exhausted && !parts.isEmpty()) {
      submitChunk();
    }
  }

  /** Two chunks for each worker, one to run and one to follow. */
  private boolean mayPull(int workers) {
    return answered.isEmpty()
        && unanswered.get() < Math.max(4, 2 * workers)
        && bytesUnderWay < LIMIT_BYTES
        && (combining != null || pieces < 16 * MANY);
  }

  private boolean isOverdue(int workers) {
    int busy = unanswered.get();
    long waited = System.nanoTime() - gatheredSince;
    return busy == 0 || waited > PATIENCE_NANOS || (busy < workers && waited > IDLE_PATIENCE_NANOS);
  }

  @SuppressWarnings("unchecked") // a result is only read from a call
  private void gather(@Nullable Call<? extends R> call) {
    if (call == null) {
      throw new NullPointerException("the call for input " + pulled + " is null");
    }
    WireCall<R> mapped = CallPool.generated((Call<R>) call);
    if (pulled == 0) {
      options = CallOptions.none().priority(mapped.options().priority());
    }
    Part part = Part.of(mapped);
    if (samples.putIfAbsent(part.target(), mapped) == null && combining != null) {
      expectFitting(mapped, combining);
    }
    if (parts.isEmpty()) {
      gatheredSince = System.nanoTime();
    }
    parts.add(part);
    partBytes += part.arguments().size();
    pulled++;
  }

  private void submitChunk() {
    Piece piece = new Piece(pulled - parts.size(), parts.size());
    append(piece);
    Target folding = combiningTarget;
    PieceJob job =
        parts.size() == 1 || folding == null
            ? new PieceJob(piece, parts.get(0), List.of())
            : new PieceJob(piece, new Part(folding, Payload.EMPTY), parts);
    parts.clear();
    partBytes = 0;
    submit(job);
  }

  private void append(Piece piece) {
    Piece before = last;
    piece.previous = before;
    if (before == null) {
      first = piece;
    } else {
      before.next = piece;
    }
    last = piece;
    pieces++;
  }

  private void submit(PieceJob job) {
    job.piece.job = job;
    bytesUnderWay += job.size();
    unanswered.incrementAndGet();
    engine.submit(List.of(job));
  }

  /** Takes what has been answered. Throws if any of it is a failure. */
  private void collect() {
    PieceJob job;
    while ((job = answered.poll()) != null) {
      bytesUnderWay -= job.size();
      Answer answer = job.answer();
      Payload returned = answer.returned();
      if (returned == null) {
        throw failure(job);
      }
      job.piece.job = null;
      job.piece.result = answer;
      adapt(job);
      if (combining == null) {
        describeCombination(job.piece);
      }
    }
  }

  private void adapt(PieceJob job) {
    int calls = Math.max(1, job.folded().size());
    long took = job.answeredAt - job.begunAt;
    if (job.isCombination) {
      return;
    }
    if (took < SHORT_NANOS && calls >= chunkCalls && combining != null) {
      chunkCalls = Math.min(CHUNK_CALLS, 2 * calls);
    } else if (took > LONG_NANOS) {
      chunkCalls = Math.min(chunkCalls, Math.max(1, calls / 2));
    }
  }

  // ---- combining ----

  /** Describes the combining call, by the results of the first two neighbours that are there. */
  private void describeCombination(Piece piece) {
    Piece left = piece.previous != null && piece.previous.result != null ? piece.previous : piece;
    Piece right = left.next;
    if (left.result == null || right == null || right.result == null) {
      return;
    }
    WireCall<R> described = CallPool.generated(combine.apply(value(left), value(right)));
    for (WireCall<R> sample : samples.values()) {
      expectFitting(sample, described);
    }
    combining = described;
    combiningTarget = Target.of(described);
  }

  private static void expectFitting(WireCall<?> mapped, WireCall<?> combining) {
    long needed = combining.entryPoints().foldShape(combining.index());
    if (combining.service() != null
        || needed == 0
        || needed != mapped.entryPoints().resultShape(mapped.index())) {
      throw new IllegalArgumentException(
          "the results of "
              + mapped.method()
              + " cannot be handed to "
              + combining.method()
              + " as they are: it must be a static method with two parameters, and both of them and"
              + " its result must be of the very type that the other method returns");
    }
  }

  /**
   * Has neighbours combined. As long as there is more to come, only those of like weight are: a
   * heavy result would otherwise travel to and fro for the sake of each light one.
   */
  private void combineNeighbours() {
    Target target = combiningTarget;
    if (target == null) {
      return;
    }
    boolean any = exhausted || isCrowded();
    Piece left = first;
    while (left != null) {
      Piece right = left.next;
      if (right != null
          && left.result != null
          && right.result != null
          && (any || areAlike(left, right))) {
        combineNeighbours(left, right, target);
      }
      left = left.next;
    }
  }

  private boolean isCrowded() {
    int done = 0;
    for (Piece piece = first; piece != null; piece = piece.next) {
      if (piece.result != null) {
        done++;
      }
    }
    return done > MANY;
  }

  private boolean areAlike(Piece left, Piece right) {
    return left.calls <= 2 * right.calls && right.calls <= 2 * left.calls;
  }

  /** The left piece becomes the combination of both. */
  private void combineNeighbours(Piece left, Piece right, Target target) {
    Payload arguments = Fold.arguments(left.returned(), right.returned());
    left.calls += right.calls;
    left.result = null;
    Piece after = right.next;
    left.next = after;
    if (after == null) {
      last = left;
    } else {
      after.previous = left;
    }
    pieces--;
    PieceJob job = new PieceJob(left, new Part(target, arguments), List.of());
    job.isCombination = true;
    submit(job);
  }

  private Optional<R> whole() {
    Piece piece = first;
    if (piece == null) {
      return Optional.empty();
    }
    R value = value(piece);
    if (value == null) {
      throw new NullPointerException("the results have been combined into null");
    }
    return Optional.of(value);
  }

  /** Decodes the result of a piece, which runs user code. */
  private R value(Piece piece) {
    Answer answer = piece.answer();
    dev.brood.internal.call.Outcome<R> opened = answer.open(reader(piece));
    if (opened.failure() != null) {
      throw new CompletionException(
          inWords(piece) + " failed: " + Words.of(opened.failure()), opened.failure());
    }
    return opened.value();
  }

  /** Any call that can read the piece: all results are encoded alike. */
  private WireCall<R> reader(Piece piece) {
    WireCall<R> combination = combining;
    if (combination != null && piece.calls > 1) {
      return combination;
    }
    WireCall<R> own = samples.get(piece.target);
    return own != null ? own : samples.values().iterator().next();
  }

  // ---- waiting, failing ----

  private void await() {
    if (!waiter.await(() -> answered.isEmpty() && unanswered.get() > 0, 0)) {
      throw LookAhead.interrupted("many calls");
    }
  }

  private CompletionException failure(PieceJob job) {
    WireCall<R> call = new AnyOfThem<>(samples.values(), combining);
    Throwable failure = job.answer().open(call).failure();
    return new CompletionException(inWords(job.piece) + " failed: " + Words.of(failure), failure);
  }

  private String inWords(Piece piece) {
    return piece.calls == 1
        ? "the call for input " + piece.from
        : "a call for the inputs "
            + piece.from
            + " to "
            + (piece.from + piece.calls - 1)
            + ", or the combination of their results,";
  }

  private void cancelAll() {
    List<Job> open = new ArrayList<>();
    for (Piece piece = first; piece != null; piece = piece.next) {
      if (piece.job != null) {
        open.add(piece.job);
      }
    }
    if (!open.isEmpty()) {
      engine.cancel(open);
    }
  }

  /** Neighbouring calls: under way, or with their combined result, which is still encoded. */
  private final class Piece {
    private final long from;
    private long calls;
    private @Nullable PieceJob job;
    private @Nullable Answer result;
    private @Nullable Target target;
    private @Nullable Piece previous;
    private @Nullable Piece next;

    Piece(long from, long calls) {
      this.from = from;
      this.calls = calls;
    }

    Answer answer() {
      Answer there = result;
      if (there == null) {
        throw new AssertionError("not answered yet");
      }
      return there;
    }

    Payload returned() {
      Payload returned = answer().returned();
      if (returned == null) {
        throw new AssertionError("not returned");
      }
      return returned;
    }
  }

  private final class PieceJob extends Job {
    private final Piece piece;
    private boolean isCombination;

    /** When it was submitted, until it is known when its turn has come: it may wait for others. */
    private volatile long begunAt = System.nanoTime();

    private long answeredAt;
    private @Nullable Answer answer;

    PieceJob(Piece piece, Part part, List<Part> folded) {
      super(part, folded, options);
      this.piece = piece;
      piece.target = part.target();
    }

    @Override
    void begun() {
      begunAt = System.nanoTime();
    }

    @Override
    void publish(Answer answer) {
      this.answer = answer;
      answeredAt = System.nanoTime();
      answered.add(this); // which makes the fields visible
      unanswered.decrementAndGet();
      waiter.run();
    }

    Answer answer() {
      Answer arrived = answer;
      if (arrived == null) {
        throw new AssertionError("not answered yet");
      }
      return arrived;
    }
  }

  /** Stands for the call that has failed, where it is not known which: for its exceptions. */
  private static final class AnyOfThem<R> extends WireCall<R> {
    private final List<WireCall<R>> calls;

    AnyOfThem(Iterable<WireCall<R>> mapped, @Nullable WireCall<R> combining) {
      super(mapped.iterator().next().entryPoints(), mapped.iterator().next().index());
      calls = new ArrayList<>();
      mapped.forEach(calls::add);
      if (combining != null) {
        calls.add(combining);
      }
    }

    @Override
    public void writeArguments(WireWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public R readResult(WireReader in) {
      throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Throwable newException(
        String typeName, @Nullable String message, @Nullable Throwable cause) {
      for (WireCall<R> call : calls) {
        Throwable exception = call.newException(typeName, message, cause);
        if (exception != null) {
          return exception;
        }
      }
      return null;
    }
  }
}
