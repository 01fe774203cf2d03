package dev.brood.internal.pool;

import dev.brood.BroodException;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerStartException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs in workers: one queue for all, and a {@link WorkerHandle} for each worker.
 *
 * <pre>
 * submit ─► queue ─► share ─► worker ─► process or thread
 *             ▲                  │
 *             ╰── unstarted ◄────┤ end
 *    job.settle ◄── answered ◄───╯
 * </pre>
 *
 * <p>Concurrency: {@link #lock} guards all state. Nothing is sent, settled or started under it:
 * what is to be done is planned under the lock and carried out after it.
 */
final class WorkerEngine
    implements Engine,
        WorkerHandle.Listener,
        InnerCalls.Submitter,
        TimeLimits.Engine,
        Stopping.Engine {
  /** How long workers may take to close their services and end, before they are killed. */
  private static final long ENDING_MILLIS = 5_000;

  /** How long what they have printed may take to be passed on when this JVM ends. */
  private static final long REMAINS_MILLIS = 500;

  /** So many calls go well into one frame, and are soon split if that is too many. */
  private static final int TOGETHER = 256;

  private final String name;
  private final Settings settings;
  private final WorkerStarter starter;
  private final Recruiting recruiting;
  private final Recycling recycling;

  private final Timer timer;
  private final Runnable atEnd;
  private final TimeLimits limits;
  private final Stopping stopping;
  private final Numbers numbers;
  private final Watch watch = new Watch();
  private final Farewells farewells = new Farewells();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private final Dispatch<WorkerHandle> dispatch;

  /** How many calls have been submitted and not been released. */
  private final AtomicInteger open = new AtomicInteger();

  /** How many workers there are although there is nothing to do. */
  private int least;

  /** Workers that take nothing any more and have not ended yet. */
  private final Set<WorkerHandle> ending = new HashSet<>();

  /** Jobs that nobody is told about because the JVM ends. */
  private final Queue<Job> unanswered = new ConcurrentLinkedQueue<>();

  /** All jobs are being cancelled, those too that are on their way from one place to another. */
  private volatile boolean cancelling;

  /** What makes later starts faster, while this pool is there; null if it does nothing of it. */
  private @Nullable Rehearsal rehearsal;

  /** The timer will see whether there are more workers than needed. */
  private boolean shrinking;

  /**
   * How far the end is:
   *
   * <pre>
   *        shutdown            no job is open           no worker is left
   *  OPEN ──────────► CLOSING ───────────────► CLOSED ───────────────────► (terminated)
   *    ╰──────────────────┴── the JVM ends ──► EXITING
   * </pre>
   *
   * OPEN takes jobs. CLOSING takes only those that calls make, and finishes those that it has.
   * CLOSED ends the workers. EXITING does that too, without waiting for jobs and without answering
   * any.
   */
  private enum State {
    OPEN,
    CLOSING,
    CLOSED,
    EXITING
  }

  private volatile State state = State.OPEN;

  /**
   * Prepares to run jobs.
   *
   * @param timer ends with this engine
   * @param atEnd run when it has ended
   */
  WorkerEngine(
      String name,
      Settings settings,
      WorkerStarter starter,
      Numbers numbers,
      Timer timer,
      Runnable atEnd) {
    this.name = name;
    this.atEnd = atEnd;
    this.settings = settings;
    this.starter = starter;
    this.numbers = numbers;
    this.timer = timer;
    this.limits = new TimeLimits(timer, this);
    this.dispatch = new Dispatch<>(settings.workers());
    this.least = settings.minWorkers();
    this.recruiting = new Recruiting(name, this::addAnother, this::startFailed);
    this.recycling = new Recycling(settings, timer, this::retireSoon);
    this.stopping = new Stopping(settings.gracePeriod(), timer, this);
  }

  /**
   * Starts the least number of workers and waits until they are ready.
   *
   * @throws WorkerStartException if one of them does not get ready; all others are gone then
   */
  void start() {
    List<WorkerStarter.Starting> launched = new ArrayList<>();
    List<WorkerHandle> ready = new ArrayList<>();
    try {
      for (int i = 0; i < least; i++) {
        launched.add(starter.launch());
      }
      for (WorkerStarter.Starting one : launched) {
        ready.add(handle(one.join()));
      }
      lock.lock();
      try {
        recruiting.begin(ready.size(), false);
      } finally {
        lock.unlock();
      }
      ready.forEach(this::add);
    } catch (RuntimeException | Error e) {
      giveUp(); // first of all, or others would be started in the place of those that end
      ready.forEach(WorkerHandle::dismiss); // whose collectors see to the rest
      launched.stream().skip(ready.size()).forEach(this::abort);
      long late = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ENDING_MILLIS);
      ready.forEach(worker -> worker.awaitGone(late - System.nanoTime()));
      throw e;
    }
  }

  /** Whatever goes wrong with one of them, the others are to be gone, too. */
  private void abort(WorkerStarter.Starting starting) {
    try {
      starting.abort();
    } catch (RuntimeException | Error e) {
      System.getLogger(WorkerEngine.class.getName())
          .log(Level.WARNING, name + " could not end a worker that was starting", e);
    }
  }

  /** It could not be started, and is not needed any more. */
  void giveUp() {
    change(
        () -> {
          state = State.CLOSED;
          starter.close();
        });
    end();
  }

  private void end() {
    starter.allEnded();
    timer.close();
    ExitHook.forget(this);
    atEnd.run();
  }

  @Override
  public void awaitRemains() {
    starter.allEnded(); // whoever has ended the last worker may not have said so yet
    starter.awaitRemains(ENDING_MILLIS);
  }

  /** Lets a rehearsal begin in a while. It ends before this engine has ended. */
  void rehearse(Rehearsal coming) {
    lock.lock();
    try {
      rehearsal = coming;
    } finally {
      lock.unlock();
    }
    after(Rehearsal.DELAY_MILLIS, () -> coming.begin(() -> change(() -> {})));
  }

  private void addAnother() {
    WorkerHandle worker = handle(starter.startPatiently());
    try {
      add(worker);
    } catch (RuntimeException | Error e) { // it has joined, so its start has not failed
      System.getLogger(WorkerEngine.class.getName())
          .log(Level.ERROR, name + " could not use " + worker, e);
      worker.dismiss();
    }
  }

  private WorkerHandle handle(WorkerStarter.Started started) {
    try {
      recycling.checkFresh(started.host());
      WorkerHandle worker = new WorkerHandle(started, numbers, farewells, this, this);
      worker.start();
      return worker;
    } catch (OutOfMemoryError e) {
      started.abort();
      throw new WorkerStartException(
          started.host().description()
              + " could not be listened to: "
              + e
              + WorkerStarter.ADVICE_FOR_MORE,
          e);
    } catch (RuntimeException | Error e) {
      started.abort();
      throw e;
    }
  }

  // ---- plans ----

  /** What is to be done as soon as the lock has been released. */
  private record Plan(
      List<Dispatch.Share<WorkerHandle>> shares,
      List<Job> dropped,
      List<Dispatch.Relief<WorkerHandle>> toBeRelieved,
      List<WorkerHandle> retired,
      int toStart,
      boolean shrinkLater,
      @Nullable Rehearsal toBeAborted,
      boolean over) {}

  /**
   * Ends every change under the lock: deals out what is queued, and sees to it that there are as
   * many workers as there should be.
   */
  private Plan plan() {
    long now = System.nanoTime();
    if (state == State.CLOSING && open.get() == 0) {
      state = State.CLOSED;
      starter.close();
    }
    if (state == State.CLOSED || state == State.EXITING) {
      dispatch.retireIdle(now, 0);
    }
    int floor = state == State.OPEN ? least : 0;
    dispatch.retireDue(floor);
    List<Dispatch.Share<WorkerHandle>> shares = dispatch.deal(now);
    watch.running(dispatch.busy());
    for (Dispatch.Share<WorkerHandle> share : shares) {
      for (Job job : share.jobs()) {
        job.holder = share.worker();
      }
    }
    List<Dispatch.Relief<WorkerHandle>> toBeRelieved = dispatch.toBeRelieved(now);
    List<WorkerHandle> retired = dispatch.takeRetired();
    ending.addAll(retired);
    int toStart = toStart(floor);
    boolean shrinkLater =
        !shrinking
            && state == State.OPEN
            && !recruiting.isUnderWay()
            && dispatch.mayShrinkBelow(floor);
    shrinking |= shrinkLater;
    changed.signalAll();
    return new Plan(
        shares,
        dispatch.takeDropped(),
        toBeRelieved,
        retired,
        toStart,
        shrinkLater,
        state == State.CLOSED || state == State.EXITING ? rehearsal : null,
        state == State.CLOSED && isTerminated());
  }

  private int toStart(int floor) {
    if (state == State.CLOSED || state == State.EXITING) {
      return 0;
    }
    int serving = dispatch.serving();
    int queued = dispatch.queue().size();
    int wanted = Math.max(floor, Math.min(dispatch.size(), serving + queued));
    return recruiting.begin(wanted - serving, queued > 0 && !dispatch.canServe());
  }

  private void carryOut(Plan plan) {
    release(plan.dropped());
    farewells.pass();
    for (Dispatch.Share<WorkerHandle> share : plan.shares()) {
      List<Job> unsent = share.worker().send(share.jobs());
      if (!unsent.isEmpty()) {
        comeBack(share.worker(), unsent);
      }
      headOf(share.worker());
      if (cancelling) { // perhaps after it was looked what the worker has in hand
        cancel(share.worker(), share.jobs());
      }
    }
    for (Dispatch.Relief<WorkerHandle> relief : plan.toBeRelieved()) {
      WorkerHandle worker = relief.worker();
      tookBack(worker, relief.ofAll() ? worker.takeBackAll() : worker.takeBackHalf());
    }
    for (WorkerHandle worker : plan.retired()) {
      worker.close();
      after(ENDING_MILLIS, worker::killIfAlive);
    }
    for (int i = 0; i < plan.toStart(); i++) {
      recruiting.startAnother();
    }
    if (plan.shrinkLater()) {
      after(settings.idleTimeout().toMillis(), this::shrink);
    }
    Rehearsal useless = plan.toBeAborted();
    if (useless != null) {
      useless.abort();
    }
    if (plan.over()) {
      end();
    }
  }

  private void after(long millis, Runnable work) {
    Future<?> unused = timer.after(millis, TimeUnit.MILLISECONDS, work);
  }

  /** Changes state under the lock, and does what follows from it. */
  private void change(Runnable change) {
    Plan plan;
    lock.lock();
    try {
      change.run();
      plan = plan();
    } finally {
      lock.unlock();
    }
    carryOut(plan);
  }

  // ---- jobs go down ----

  @Override
  public void submit(List<? extends Job> jobs) {
    change(
        () -> {
          if (state != State.OPEN) {
            throw new RejectedExecutionException(name + " is shut down");
          }
          checkRoom(jobs);
          take(jobs);
        });
    jobs.forEach(limits::watch);
  }

  private void take(List<? extends Job> jobs) {
    open.addAndGet(calls(jobs));
    dispatch.submit(jobs);
  }

  private static int calls(List<? extends Job> jobs) {
    int calls = 0;
    for (Job job : jobs) {
      calls += job.count();
    }
    return calls;
  }

  private void checkRoom(List<? extends Job> jobs) {
    for (Job job : jobs) {
      if (job.depth() > settings.maxNesting()) {
        throw new RejectedExecutionException(
            job.target().method()
                + " would be nested in "
                + job.depth()
                + " calls; "
                + name
                + " allows for "
                + settings.maxNesting()
                + ", see Pool.Builder.maxNesting");
      }
      JobQueue queue = dispatch.queue();
      if (job.isCounted()
          && (queue.counted() >= settings.maxQueuedCalls()
              || queue.countedBytes() + job.size() > settings.maxQueuedBytes())) {
        throw new RejectedExecutionException(
            name
                + " takes no more calls for now: "
                + numbers()
                + ", "
                + queue.countedBytes()
                + " bytes; see Pool.Builder.maxQueuedCalls and maxQueuedBytes");
      }
    }
  }

  @Override
  public void submitInner(WorkerHandle worker, long maker, List<? extends Job> jobs) {
    for (Job job : jobs) {
      job.origin = worker;
      worker.inner().add(job, maker);
    }
    try {
      // Only now: whoever ends that call after this finds the jobs.
      if (!worker.hasInHand(maker)) {
        throw new RejectedExecutionException("the call that makes this one has ended");
      }
      change(
          () -> {
            if (state == State.CLOSED || state == State.EXITING || cancelling) {
              throw new RejectedExecutionException(name + " has ended");
            }
            checkRoom(jobs);
            take(jobs);
          });
    } catch (RejectedExecutionException e) {
      jobs.forEach(worker.inner()::remove);
      throw e;
    }
    jobs.forEach(limits::watch);
  }

  @Override
  public void blockedOrNot(WorkerHandle worker) {
    change(() -> dispatch.setBlocked(worker, worker.inner().isBlocking()));
  }

  /** Jobs that a worker did not take, because they are settled or because it has ended. */
  private void comeBack(WorkerHandle worker, List<Job> unsent) {
    List<Job> unwanted = new ArrayList<>(0);
    boolean dead = worker.isDead();
    change(
        () -> {
          // Otherwise it would be dealt the same jobs again, until whoever is killing it says so.
          if (dead && dispatch.leave(worker)) {
            ending.add(worker);
          }
          unwanted.addAll(dispatch.giveBack(worker, unsent));
        });
    handBack(worker, unwanted);
  }

  /** Another job has come to be the one that a worker is running. */
  private void headOf(WorkerHandle worker) {
    InFlight.Sent head = worker.newHead();
    if (head == null) {
      return;
    }
    head.job().begun();
    if (head.job().isUnwanted()) {
      stop(worker);
    } else {
      limits.began(worker, head);
    }
  }

  // ---- answers come up ----

  @Override
  public void collectWhile(@Nullable Job awaited, BooleanSupplier necessary) {
    if (awaited == null) {
      watch.watch(this::workers, necessary);
    } else {
      watch.watch(awaited, necessary);
    }
  }

  @Override
  public boolean isCrowded() {
    return watch.isCrowded();
  }

  private List<WorkerHandle> workers() {
    lock.lock();
    try {
      return dispatch.workers();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void answered(WorkerHandle worker, List<Reply> replies) {
    change(() -> dispatch.answered(worker, replies, System.nanoTime()));
    headOf(worker);
    // First of all the worker gets on with its work.
    List<Job> done = new ArrayList<>(replies.size());
    int calls = 0;
    for (Reply reply : replies) {
      Job job = reply.job();
      BroodException verdict = job.verdict;
      if (verdict != null) {
        job.advance(-reply.calls()); // the answer does not count
        lost(worker, job, verdict);
        continue;
      }
      receive(worker, job, reply);
      calls += reply.calls();
      if (reply.last()) {
        done.add(job);
      }
    }
    release(done, calls);
    recycling.answered(worker);
  }

  private void receive(WorkerHandle worker, Job job, Reply reply) {
    Answer late = late(worker, job);
    if (late != null) {
      settle(job, late);
    } else if (state == State.EXITING) {
      unanswered.add(job);
    } else {
      job.receive(reply);
    }
  }

  /** An answer that comes after the deadline is none, whoever was faster to notice. */
  private @Nullable Answer late(WorkerHandle worker, Job job) {
    Limits its = job.limits();
    if (its == null || its.deadline() == null || !its.isOver() || job.isSettled()) {
      return null;
    }
    return Answer.lost(
        Timeouts.deadline(
            job, its.deadline(), "was answered too late by " + worker, numbers(), null));
  }

  private void settle(Job job, Answer answer) {
    if (state == State.EXITING) {
      unanswered.add(job);
    } else {
      job.settle(answer);
    }
  }

  /** No worker has these jobs in hand any more, and they are settled. */
  private void release(List<? extends Job> jobs) {
    release(jobs, calls(jobs));
  }

  /**
   * No worker has these jobs in hand any more, and they are settled.
   *
   * @param calls how many of theirs, and of others', are not open any longer
   */
  private void release(List<? extends Job> jobs, int calls) {
    if (calls == 0 && jobs.isEmpty()) {
      return;
    }
    for (Job job : jobs) {
      job.released();
      TimeLimits.forget(job);
      WorkerHandle origin = job.origin;
      if (origin != null) {
        origin.inner().remove(job);
      }
    }
    open.addAndGet(-calls);
    if (state != State.OPEN) { // set before it is looked how many are open
      change(() -> {});
    }
  }

  /** An attempt was lost; there is another one if there may be. */
  private void lost(WorkerHandle worker, Job job, BroodException failure) {
    boolean again =
        !job.isSettled()
            && job.mayBeRetried(failure)
            && (state == State.OPEN || state == State.CLOSING)
            && !job.isOverdue();
    if (!job.isSettled()) {
      job.lostBy(worker.id(), failure);
    }
    if (again) {
      job.verdict = null;
      resubmit(job, failure);
    } else {
      lose(job, failure);
    }
  }

  private void resubmit(Job job, BroodException failure) {
    List<Job> lost = new ArrayList<>(0);
    change(
        () -> {
          if (cancelling) {
            lost.add(job);
          } else {
            dispatch.resubmit(job);
          }
        });
    lost.forEach(one -> lose(one, failure));
  }

  @Override
  public void tookBack(WorkerHandle worker, List<Job> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    List<Job> unwanted = new ArrayList<>(0);
    change(() -> unwanted.addAll(dispatch.relieved(worker, jobs)));
    handBack(worker, unwanted);
    jobs.forEach(limits::watch);
    headOf(worker);
  }

  /** A worker has not begun these jobs, and nobody wants the attempt any more. */
  private void handBack(WorkerHandle worker, List<Job> unwanted) {
    List<Job> settled = new ArrayList<>(unwanted.size());
    for (Job job : unwanted) {
      BroodException verdict = job.isSettled() ? null : job.verdict;
      if (verdict == null) {
        settled.add(job);
      } else {
        lost(worker, job, verdict); // its time was up before the worker had claimed it
      }
    }
    release(settled);
  }

  @Override
  public void departing(WorkerHandle worker, List<Job> unstarted) {
    List<Job> unwanted = new ArrayList<>(0);
    change(
        () -> {
          if (worker.hasEndedForNothing()) { // its successor may do so, too
            recruiting.pause();
          }
          dispatch.leave(worker);
          ending.add(worker);
          unwanted.addAll(dispatch.giveBack(worker, unstarted));
        });
    handBack(worker, unwanted);
    unstarted.forEach(limits::watch);
  }

  @Override
  public void ended(
      WorkerHandle worker, List<Job> lost, Function<Job, WorkerCrashedException> crash) {
    for (Job job : lost) {
      lock.lock();
      try {
        job.holder = null; // nothing is said of this attempt from here on
      } finally {
        lock.unlock();
      }
      BroodException verdict = job.verdict;
      lost(worker, job, verdict != null ? verdict : crash.apply(job));
    }
    change(() -> ending.remove(worker));
  }

  @Override
  public void sentence(WorkerHandle worker, Job job, BroodException verdict) {
    lock.lock();
    try {
      if (worker.equals(job.holder)) {
        job.verdict = verdict;
      }
    } finally {
      lock.unlock();
    }
  }

  // ---- workers come and go ----

  private void add(WorkerHandle worker) {
    change(
        () -> {
          recruiting.succeeded();
          dispatch.join(worker, settings.recycleAfterCalls(), System.nanoTime());
        });
    recycling.joined(worker);
    worker.begin(); // last of all, since its end is told from here on
  }

  /** No worker could be started. If there is no other for them, those who wait are told why. */
  private void startFailed(WorkerStartException failure) {
    List<Job> hopeless = new ArrayList<>();
    boolean goesOn = state == State.OPEN || state == State.CLOSING;
    change(
        () -> {
          recruiting.failed();
          if (!dispatch.canServe() && !recruiting.isUnderWay()) {
            hopeless.addAll(dispatch.queue().drain());
          }
        });
    for (Job job : hopeless) { // each caller gets an exception of its own
      settle(
          job,
          Answer.lost(
              new WorkerStartException(
                  String.valueOf(failure.getMessage()),
                  failure.getCause(),
                  failure.end().orElse(null))));
    }
    release(hopeless);
    if (goesOn) { // last, since loggers are the user's code
      System.getLogger(WorkerEngine.class.getName())
          .log(Level.WARNING, name + " goes on without one of its workers", failure);
    }
  }

  private void shrink() {
    long since = System.nanoTime() - settings.idleTimeout().toNanos();
    change(
        () -> {
          shrinking = false;
          dispatch.retireIdle(since, state == State.OPEN ? least : 0);
        });
  }

  private void retireSoon(WorkerHandle worker) {
    change(() -> dispatch.setDue(worker));
  }

  @Override
  public int together() {
    return TOGETHER;
  }

  @Override
  public int size() {
    lock.lock();
    try {
      return dispatch.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void resize(int workers) {
    change(
        () -> {
          least = least == dispatch.size() ? workers : Math.min(least, workers);
          dispatch.resize(workers);
        });
  }

  @Override
  public String numbers() {
    lock.lock();
    try {
      return dispatch.workers().size()
          + " workers, "
          + recruiting.underWay()
          + " more starting, "
          + dispatch.queue().size()
          + " calls waiting";
    } finally {
      lock.unlock();
    }
  }

  // ---- jobs are given up ----

  @Override
  public boolean withdraw(Job job) {
    if (!unqueue(job)) {
      return false;
    }
    boolean open = job.abandon();
    release(List.of(job));
    return open;
  }

  @Override
  public boolean unqueue(Job job) {
    lock.lock();
    try {
      if (dispatch.queue().remove(job)) {
        return true;
      }
    } finally {
      lock.unlock();
    }
    WorkerHandle holder = job.holder;
    if (holder == null || !holder.takeBack(job)) {
      return false;
    }
    change(() -> dispatch.takenOut(holder, job));
    headOf(holder);
    return true;
  }

  @Override
  public void lose(Job job, BroodException loss) {
    settle(job, Answer.lost(loss));
    release(List.of(job));
  }

  @Override
  public void cancel(List<? extends Job> jobs) {
    List<Job> queued = new ArrayList<>();
    Set<WorkerHandle> holders = new HashSet<>();
    jobs.forEach(Job::abandon);
    change(
        () -> {
          for (Job job : jobs) {
            WorkerHandle holder = job.holder;
            if (dispatch.queue().remove(job)) {
              queued.add(job);
            } else if (holder != null) {
              holders.add(holder);
            }
          }
        });
    release(queued);
    holders.forEach(this::stop);
  }

  @Override
  public void end(List<? extends Job> jobs) {
    for (Job job : jobs) {
      settle(
          job,
          Answer.lost(
              new CancellationException(
                  job.target().method() + " has ended with the call that made it")));
    }
    cancel(jobs);
  }

  @Override
  public void stop(WorkerHandle worker) {
    stopping.stop(worker);
  }

  @Override
  public void suspect(WorkerHandle worker, Future<?> reply) {
    stopping.suspect(worker, reply);
  }

  @Override
  public void condemned(WorkerHandle worker) {
    change(
        () -> {
          if (dispatch.leave(worker)) {
            ending.add(worker);
          }
        });
  }

  // ---- the end ----

  @Override
  public void shutdown() {
    change(
        () -> {
          if (state == State.OPEN) {
            state = State.CLOSING;
          }
        });
  }

  @Override
  public boolean isShutdown() {
    return state != State.OPEN;
  }

  @Override
  public List<Job> shutdownNow() {
    shutdown();
    List<Job> queued = new ArrayList<>();
    List<WorkerHandle> present = new ArrayList<>();
    change(
        () -> {
          cancelling = true;
          queued.addAll(dispatch.queue().drain());
          present.addAll(dispatch.workers());
        });
    settleAsShutDown(queued);
    release(queued);
    for (WorkerHandle worker : present) {
      cancel(worker, worker.inFlight());
    }
    return queued;
  }

  private void cancel(WorkerHandle worker, List<Job> jobs) {
    settleAsShutDown(jobs);
    stop(worker);
  }

  private void settleAsShutDown(List<Job> jobs) {
    Throwable reason = new CancellationException(name + " was shut down");
    for (Job job : jobs) {
      settle(job, Answer.lost(reason));
    }
  }

  @Override
  public boolean awaitTermination(long nanos) throws InterruptedException {
    long left = nanos;
    lock.lock();
    try {
      while (!isTerminated()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean isTerminated() {
    return (state == State.CLOSED || state == State.EXITING)
        && !dispatch.hasWorkers()
        && !recruiting.isUnderWay()
        && (rehearsal == null || !rehearsal.isUnderWay())
        && ending.isEmpty();
  }

  /**
   * Ends all workers because this JVM ends: interrupts what they are running, lets them close their
   * services, and kills those that take too long. Nobody who waits for an answer gets one, so that
   * no thread tells of failures that are none; {@link #answerRest} comes later.
   */
  void exit() {
    List<WorkerHandle> present = new ArrayList<>();
    change(
        () -> {
          state = State.EXITING;
          starter.close();
          present.addAll(dispatch.workers());
          present.addAll(ending);
          unanswered.addAll(dispatch.queue().drain());
        });
    present.forEach(WorkerHandle::endForExit);
    long patience = settings.gracePeriod().toNanos() + TimeUnit.SECONDS.toNanos(1);
    long since = System.nanoTime();
    for (WorkerHandle worker : present) {
      worker.awaitExit(patience - (System.nanoTime() - since));
      worker.killIfAlive();
    }
    awaitNoWorkers(TimeUnit.SECONDS.toNanos(1));
    starter.allEnded();
    starter.awaitRemains(REMAINS_MILLIS);
  }

  private void awaitNoWorkers(long nanos) {
    long left = nanos;
    lock.lock();
    try {
      while (left > 0 && (dispatch.hasWorkers() || !ending.isEmpty())) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the JVM is in a hurry
    } finally {
      lock.unlock();
    }
  }

  /**
   * Answers those who still wait, at long last: another hook of the ending JVM may be among them.
   */
  void answerRest() {
    Job job;
    while ((job = unanswered.poll()) != null) {
      job.settle(
          Answer.lost(
              new CancellationException(
                  job.target().method() + " was not answered, because this JVM ends")));
    }
  }
}
