package dev.brood.internal.pool;

import dev.brood.WorkerStartException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs jobs in child JVMs: one queue for all, and a {@link WorkerHandle} for each worker.
 *
 * <pre>
 * submit ─► queue ─► share ─► worker ─► process
 *             ▲                  │
 *             ╰── unstarted ◄────┤ end
 *    job.settle ◄── answered ◄───╯
 * </pre>
 *
 * <p>Concurrency: {@link #lock} guards all state. Nothing is sent, settled or started under it:
 * what is to be done is planned under the lock and carried out after it.
 */
final class WorkerEngine implements Engine, WorkerHandle.Listener {
  private static final Logger LOG = System.getLogger(WorkerEngine.class.getName());

  /** So long after a failed start the next one is tried. */
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How long workers may take to close their services and end, before they are killed. */
  private static final long ENDING_MILLIS = 5_000;

  /** How long a cancelled call may go on before its worker is killed. */
  private static final long GRACE_MILLIS = 200;

  /** How often that is waited for, if calls that stand behind cannot be taken back. */
  private static final int GRACE_ATTEMPTS = 5;

  private final String name;
  private final WorkerStarter starter;

  private final Timer timer;
  private final Numbers numbers = new Numbers();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private final Dispatch<WorkerHandle> dispatch = new Dispatch<>();

  /** Workers that are being started. */
  private int starting;

  /** Workers that could not be started; it is tried again while there is work. */
  private int missing;

  /** When a worker last could not be started, by {@link System#nanoTime}. */
  private long gaveUpAt;

  /** Workers that take nothing any more and have not ended yet. */
  private int departing;

  /**
   * OPEN takes jobs. CLOSING, entered by {@link #close}, takes none and finishes those that it has.
   * CLOSED, entered when none is open any more, ends the workers; the engine is done when the last
   * one has ended.
   */
  private enum State {
    OPEN,
    CLOSING,
    CLOSED
  }

  private State state = State.OPEN;

  private WorkerEngine(String name, WorkerStarter starter, Timer timer) {
    this.timer = timer;
    this.name = name;
    this.starter = starter;
  }

  /**
   * Starts an engine and waits until all of its workers have greeted.
   *
   * @throws WorkerStartException if one of them does not; all others are gone then
   */
  static WorkerEngine start(String name, int workers, WorkerStarter starter, Timer timer) {
    WorkerEngine engine = new WorkerEngine(name, starter, timer);
    List<WorkerStarter.Starting> launched = new ArrayList<>();
    List<WorkerHandle> ready = new ArrayList<>();
    try {
      for (int i = 0; i < workers; i++) {
        launched.add(starter.launch());
      }
      for (WorkerStarter.Starting starting : launched) {
        ready.add(new WorkerHandle(starting.join(), engine.numbers));
      }
    } catch (RuntimeException | Error e) {
      launched.forEach(WorkerStarter.Starting::abort);
      throw e;
    }
    ready.forEach(engine.dispatch::join);
    ready.forEach(worker -> worker.start(engine));
    return engine;
  }

  /** What is to be done as soon as the lock has been released. */
  private record Plan(
      List<Dispatch.Share<WorkerHandle>> shares, List<WorkerHandle> toBeRelieved, boolean start) {}

  /**
   * Ends every change under the lock: deals out what is queued, and sees to it that there is
   * somebody to run it.
   *
   * @param replace whether a worker is to be started in any case
   */
  private Plan plan(boolean replace) {
    boolean nobody = !dispatch.isQueueEmpty() && !dispatch.hasWorkers() && starting == 0;
    long now = System.nanoTime();
    boolean again = missing > 0 && now - gaveUpAt > RETRY_NANOS && state == State.OPEN;
    boolean start = replace || nobody || again;
    if (start) {
      starting++;
    }
    if (again || (nobody && missing > 0)) {
      missing--;
    }
    changed.signalAll();
    return new Plan(dispatch.deal(now), dispatch.toBeRelieved(now), start);
  }

  private void carryOut(Plan plan) {
    for (Dispatch.Share<WorkerHandle> share : plan.shares()) {
      List<Job> unsent = share.worker().send(share.jobs());
      if (!unsent.isEmpty()) {
        takeBack(share.worker(), unsent);
      }
    }
    plan.toBeRelieved().forEach(WorkerHandle::takeBack);
    if (plan.start()) {
      startReplacement();
    }
  }

  // ---- jobs go down ----

  @Override
  public void submit(List<? extends Job> jobs) {
    Plan plan;
    lock.lock();
    try {
      if (state != State.OPEN) {
        throw new RejectedExecutionException(name + " is closed");
      }
      dispatch.submit(jobs);
      plan = plan(false);
    } finally {
      lock.unlock();
    }
    carryOut(plan);
  }

  /** Jobs that a worker did not take, because they are settled or because it has ended. */
  private void takeBack(WorkerHandle worker, List<Job> unsent) {
    Plan plan;
    lock.lock();
    try {
      dispatch.giveBack(worker, unsent);
      plan = plan(false);
    } finally {
      lock.unlock();
    }
    carryOut(plan);
  }

  // ---- answers come up ----

  @Override
  public void answered(WorkerHandle worker, List<Job> jobs, List<Answer> answers) {
    Plan plan;
    lock.lock();
    try {
      dispatch.answered(worker, jobs, System.nanoTime());
      plan = plan(false);
    } finally {
      lock.unlock();
    }
    carryOut(plan); // first of all the worker gets on with its work
    for (int i = 0; i < jobs.size(); i++) {
      jobs.get(i).settle(answers.get(i));
    }
    done(jobs.size());
  }

  /** So many jobs have been settled. */
  private void done(int count) {
    lock.lock();
    try {
      dispatch.done(count);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void givenBack(WorkerHandle worker, List<Job> jobs) {
    Plan plan;
    lock.lock();
    try {
      dispatch.relieved(worker, jobs);
      plan = plan(false);
    } finally {
      lock.unlock();
    }
    carryOut(plan);
  }

  @Override
  public void departing(WorkerHandle worker, List<Job> unstarted) {
    Plan plan;
    lock.lock();
    try {
      dispatch.leave(worker);
      departing++;
      dispatch.giveBack(worker, unstarted);
      plan = plan(state == State.OPEN);
    } finally {
      lock.unlock();
    }
    carryOut(plan);
  }

  @Override
  public void ended(int lost) {
    lock.lock();
    try {
      departing--;
      dispatch.done(lost);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  // ---- workers are replaced ----

  /** Starts one worker, on a thread of its own. It has been counted as starting. */
  private void startReplacement() {
    Thread thread = new Thread(this::replace, "brood " + name + " starter");
    thread.setDaemon(true);
    thread.start();
  }

  private void replace() {
    try {
      add(new WorkerHandle(starter.startPatiently(), numbers));
    } catch (WorkerStartException e) {
      giveUp(e);
    } catch (RuntimeException | Error e) {
      giveUp(new WorkerStartException(name + " could not start a worker: " + e, e));
    }
  }

  private void add(WorkerHandle worker) {
    Plan plan;
    lock.lock();
    try {
      starting--;
      dispatch.join(worker);
      if (state == State.CLOSED) {
        worker.close();
      }
      plan = plan(false);
    } finally {
      lock.unlock();
    }
    worker.start(this);
    carryOut(plan);
  }

  /** No worker could be started. If there is no other, those who wait are told why. */
  private void giveUp(WorkerStartException failure) {
    List<Job> hopeless = List.of();
    LOG.log(Level.WARNING, name + " goes on without one of its workers", failure);
    lock.lock();
    try {
      starting--;
      missing++;
      gaveUpAt = System.nanoTime();
      if (!dispatch.hasWorkers() && starting == 0) {
        hopeless = dispatch.drain();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    hopeless.forEach(job -> job.settle(Answer.lost(failure)));
    done(hopeless.size());
  }

  // ---- jobs are given up ----

  @Override
  public boolean withdraw(Job job) {
    lock.lock();
    try {
      boolean queued = dispatch.withdraw(job);
      if (queued) {
        job.abandon();
        changed.signalAll();
      }
      return queued;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void cancel(List<? extends Job> jobs) {
    jobs.forEach(Job::abandon);
    List<WorkerHandle> present;
    lock.lock();
    try {
      dispatch.dropSettled();
      present = dispatch.workers();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    for (WorkerHandle worker : present) {
      if (worker.hasAbandoned()) {
        worker.takeBack();
        killLater(worker, 1);
      }
    }
  }

  /** Kills the worker after a grace period, if by then it is still running an abandoned job. */
  private void killLater(WorkerHandle worker, int attempt) {
    Future<?> unused =
        timer.after(GRACE_MILLIS, TimeUnit.MILLISECONDS, () -> killNow(worker, attempt));
  }

  private void killNow(WorkerHandle worker, int attempt) {
    if (!worker.hasAbandoned()) {
      return;
    }
    if (worker.condemn(attempt >= GRACE_ATTEMPTS)) {
      condemned(worker);
    } else {
      worker.takeBack();
      killLater(worker, attempt + 1);
    }
  }

  private void condemned(WorkerHandle worker) {
    lock.lock();
    try {
      dispatch.leave(worker);
    } finally {
      lock.unlock();
    }
    worker.kill();
  }

  // ---- the end ----

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void resize(int workers) {}

  @Override
  public boolean isShutdown() {
    return state != State.OPEN;
  }

  @Override
  public List<Job> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean awaitTermination(long nanos) {
    return true;
  }

  @Override
  public void shutdown() {
    boolean interrupted = awaitAnswers();
    List<WorkerHandle> present;
    lock.lock();
    try {
      state = State.CLOSED;
      starter.close();
      present = dispatch.workers();
      present.forEach(WorkerHandle::close);
      interrupted |= awaitNoWorkers(TimeUnit.MILLISECONDS.toNanos(ENDING_MILLIS));
    } finally {
      lock.unlock();
    }
    present.forEach(WorkerHandle::killIfAlive);
    lock.lock();
    try {
      interrupted |= awaitNoWorkers(Long.MAX_VALUE);
    } finally {
      lock.unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits until no worker is left, or is being started, or for so long. Called with the lock held.
   * Returns whether the thread was interrupted, which does not end the wait.
   */
  private boolean awaitNoWorkers(long nanos) {
    boolean interrupted = false;
    long left = nanos;
    while (left > 0 && (dispatch.hasWorkers() || starting > 0 || departing > 0)) {
      long before = System.nanoTime();
      try {
        left = changed.awaitNanos(left);
      } catch (InterruptedException e) {
        interrupted = true;
        left -= System.nanoTime() - before;
      }
    }
    return interrupted;
  }

  /**
   * Takes no more jobs, and waits until none is open. Returns whether the thread was interrupted.
   */
  private boolean awaitAnswers() {
    boolean interrupted = false;
    while (true) {
      lock.lock();
      try {
        if (state == State.OPEN) {
          state = State.CLOSING;
        }
        boolean interruptedNow = false;
        while (dispatch.open() > 0 && !interruptedNow) {
          interruptedNow = awaitChange();
        }
        interrupted |= interruptedNow;
        if (dispatch.open() == 0) {
          return interrupted;
        }
      } finally {
        lock.unlock();
      }
      giveUpAll();
    }
  }

  /** Waits for any change of state; tells whether this thread has been interrupted. */
  @SuppressWarnings("WaitNotInLoop") // the callers loop
  private boolean awaitChange() {
    try {
      changed.await();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void giveUpAll() {
    List<Job> hopeless;
    List<WorkerHandle> present;
    lock.lock();
    try {
      hopeless = new ArrayList<>(dispatch.queued());
      present = dispatch.workers();
    } finally {
      lock.unlock();
    }
    present.forEach(worker -> hopeless.addAll(worker.inFlight()));
    Throwable reason = new CancellationException(name + " was closed by an interrupted thread");
    hopeless.forEach(job -> job.settle(Answer.lost(reason)));
    cancel(hopeless);
  }
}
