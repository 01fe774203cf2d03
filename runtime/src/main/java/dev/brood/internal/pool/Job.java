package dev.brood.internal.pool;

import dev.brood.Attempt;
import dev.brood.BroodException;
import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.CallTimeoutException;
import dev.brood.WireException;
import dev.brood.internal.call.Carriers;
import dev.brood.internal.call.CurrentCall;
import dev.brood.internal.call.Terms;
import dev.brood.internal.channel.Bodies;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call with its encoded arguments on its way through an engine; or a fold, several calls whose
 * results are combined in the worker.
 *
 * <p>It is settled exactly once: by an answer, or by being abandoned when nobody wants the answer
 * any more. After that it is released exactly once, when no worker has it in hand any more:
 *
 * <pre>
 *            answer, loss            engine has let go of it
 *   OPEN ───────────────► SETTLED ─────────────────────────► RELEASED
 *    ╰──── abandoned ───────▲
 * </pre>
 */
abstract class Job {
  /** So often a lost call is run again if it is idempotent and nothing else was said. */
  private static final int USUAL_RETRIES = 2;

  /** So many workers may end when it was the job's turn and it had not begun yet. */
  private static final int MOST_MISFIRES = 3;

  private static final VarHandle SETTLED;

  static {
    try {
      SETTLED = MethodHandles.lookup().findVarHandle(Job.class, "settled", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Part part;
  private final List<Part> folded;
  private final CallOptions options;
  private final @Nullable Limits limits;
  private final int depth;
  private final Map<String, Map<String, String>> context;

  /** Where the job is queued: neighbours and lane. They belong to {@link JobQueue}. */
  JobQueue.@Nullable Lane lane;

  @Nullable Job before;
  @Nullable Job after;

  /** The worker that has it in hand. Changed under the engine's lock only. */
  volatile @Nullable WorkerHandle holder;

  /** The worker whose call has made this one; null if it was not made by a call here. */
  @Nullable WorkerHandle origin;

  /**
   * Why the present attempt is being ended although another one may follow: its answer, if it still
   * comes, does not count.
   */
  volatile @Nullable BroodException verdict;

  private volatile List<Attempt> lost = List.of();

  /** Of the collector of the worker that has it in hand. */
  private int misfires;

  @SuppressWarnings("unused") // through SETTLED
  private volatile boolean settled;

  /**
   * Encodes the arguments, on the calling thread.
   *
   * @throws WireException if that fails
   */
  Job(WireCall<?> call) {
    this(Part.of(call), List.of(), call.options());
  }

  /**
   * A job of calls that are encoded already.
   *
   * @param part the method to run; for a fold, the one that combines, without arguments
   * @param folded the calls whose results are combined, in order; empty for a single call
   */
  Job(Part part, List<Part> folded, CallOptions options) {
    this(part, folded, options, Carriers.capture());
  }

  /**
   * A job of calls that are encoded already.
   *
   * @param context what surrounds them, by the name of the carrier
   */
  Job(Part part, List<Part> folded, CallOptions options, Map<String, Map<String, String>> context) {
    this(part, folded, options, Limits.of(options), depthHere(), context);
  }

  /** A job of some of another one's calls. */
  Job(Job whole) {
    this(whole.part, whole.folded, whole.options, whole.limits, whole.depth, whole.context);
    this.lost = whole.lost;
  }

  /**
   * A job made by a call.
   *
   * @param depth how many calls it is nested in
   * @param context what surrounds it, by the name of the carrier
   */
  Job(
      Part part,
      List<Part> folded,
      CallOptions options,
      int depth,
      Map<String, Map<String, String>> context) {
    this(part, folded, options, Limits.of(options), depth, context);
  }

  private Job(
      Part part,
      List<Part> folded,
      CallOptions options,
      @Nullable Limits limits,
      int depth,
      Map<String, Map<String, String>> context) {
    this.part = part;
    this.folded = List.copyOf(folded);
    this.options = options;
    this.limits = limits;
    this.depth = depth;
    this.context = context;
  }

  private static int depthHere() {
    return CurrentCall.get().map(outer -> outer.depth() + 1).orElse(0);
  }

  final Target target() {
    return part.target();
  }

  Payload arguments() {
    return part.arguments();
  }

  /** For a fold, the calls whose results are combined; otherwise empty. */
  final List<Part> folded() {
    return folded;
  }

  final CallOptions options() {
    return options;
  }

  final @Nullable Limits limits() {
    return limits;
  }

  /** How many calls it is nested in. */
  final int depth() {
    return depth;
  }

  /** What goes with the job, as it is now; null if there is nothing. */
  final @Nullable Terms terms() {
    Optional<Long> answerBy = limits == null ? Optional.empty() : limits.answerBy();
    if (answerBy.isEmpty() && depth() == 0 && context.isEmpty()) {
      return null;
    }
    CallOptions left = CallOptions.none();
    if (answerBy.isPresent()) {
      left = left.deadline(remaining(answerBy.get()));
    }
    return new Terms("", isIdempotent(), left, false, depth(), context);
  }

  /** The options, with what is left of the deadline. */
  final CallOptions remainingOptions() {
    Optional<Long> answerBy = limits == null ? Optional.empty() : limits.answerBy();
    return answerBy.map(time -> options.deadline(remaining(time))).orElse(options);
  }

  private static Duration remaining(long time) {
    return Duration.ofNanos(Math.max(1, time - System.nanoTime()));
  }

  /** What surrounds the job, by the name of the carrier. */
  final Map<String, Map<String, String>> context() {
    return context;
  }

  /** Whether it may be run again after it may have started. */
  final boolean isIdempotent() {
    return target().idempotent() && folded.stream().allMatch(p -> p.target().idempotent());
  }

  /** How often a lost attempt may be followed by another. */
  final int retries() {
    return isIdempotent() ? options.retries().orElse(USUAL_RETRIES) : 0;
  }

  /** Whether another attempt may follow those that were lost, of which one was lost just now. */
  final boolean mayBeRetried(BroodException loss) {
    boolean asked = options.retries().isPresent() || !(loss instanceof CallTimeoutException);
    return asked && lost.size() < retries();
  }

  /** An attempt was lost. Called by one thread at a time. */
  final void lostBy(WorkerId worker, BroodException failure) {
    List<Attempt> more = new ArrayList<>(lost);
    more.add(new Attempt(worker.name(), worker.pid(), failure));
    lost = List.copyOf(more);
  }

  /** The attempts that were lost, oldest first. */
  final List<Attempt> lostAttempts() {
    return lost;
  }

  /** The call that was submitted; null if it is not one of this process, or several. */
  @Nullable Call<?> call() {
    return null;
  }

  /**
   * A worker has ended when it was the job's turn, before it could begin it. Tells whether that has
   * happened so often that the job must be the reason, such as arguments that no worker can hold.
   */
  final boolean misfires() {
    misfires++;
    return hasMisfired();
  }

  /** Whether it was the reason why workers have ended that could not begin it. */
  final boolean hasMisfired() {
    return misfires >= MOST_MISFIRES;
  }

  /** Whether the job should have been answered by now. */
  final boolean isOverdue() {
    return limits != null && limits.isOver();
  }

  /** Whether it belongs to an operation on many calls. */
  boolean isOfMany() {
    return false;
  }

  /** How many calls it is that have not been answered. */
  int count() {
    return 1;
  }

  /**
   * Keeps some of its open calls; for a job of several.
   *
   * @param kept how many, less than all; 0 only if others have been answered
   * @return a job of those behind them
   */
  Job split(int kept) {
    throw new IllegalStateException(this + " is one call");
  }

  /**
   * A worker has answered the first of its calls: they are no more among those that are counted.
   *
   * @param calls how many; less than 0 if they are open again
   */
  void advance(int calls) {}

  /** Its calls, if they are several, to be sent as one. */
  Bodies bodies() {
    throw new IllegalStateException(this + " is one call");
  }

  /**
   * Its turn has come: it is what a worker is running, or will run next. Of one that is answered
   * quickly that may be said late, or never.
   */
  void begun() {}

  /** Takes a worker's answer to it, or to some of its calls. */
  void receive(Reply reply) {
    settle(reply.answer());
  }

  /** How many bytes of arguments there are. */
  long size() {
    long size = part.arguments().size();
    for (Part one : folded) {
      size += one.arguments().size();
    }
    return size;
  }

  /** Whether the job counts towards the limits of what may be queued. */
  boolean isCounted() {
    return false;
  }

  final boolean isSettled() {
    return settled;
  }

  /** Whether the attempt that is under way is to be ended. */
  final boolean isUnwanted() {
    return settled || verdict != null;
  }

  /** Settles the job if it is not settled yet. */
  final void settle(Answer answer) {
    if (SETTLED.compareAndSet(this, false, true)) {
      publish(answer);
    }
  }

  /** Settles the job without an answer: whatever comes is dropped. Tells whether it was open. */
  final boolean abandon() {
    return SETTLED.compareAndSet(this, false, true);
  }

  /**
   * Makes the answer known to whoever waits for it. Runs on a thread that moves data, so it neither
   * opens the answer nor runs any code of the user's.
   */
  abstract void publish(Answer answer);

  /**
   * No worker has the job in hand any more, and none ever will. Comes after the job has been
   * settled, once, on a thread that moves data.
   */
  void released() {}
}
