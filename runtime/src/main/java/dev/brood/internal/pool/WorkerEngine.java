package dev.brood.internal.pool;

import dev.brood.WorkerStartException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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
  /** How long workers may take to close their services and end, before they are killed. */
  private static final long ENDING_MILLIS = 5_000;

  /** How long a cancelled call may go on before its worker is killed. */
  private static final long GRACE_MILLIS = 200;

  private final String name;
  private final WorkerStarter starter;

  private final Numbers numbers = new Numbers();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private final Dispatch<WorkerHandle> dispatch = new Dispatch<>();

  /** Workers that are being started. */
  private int starting;

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

  private WorkerEngine(String name, WorkerStarter starter) {
    this.name = name;
    this.starter = starter;
  }

  /**
   * Starts an engine and waits until all of its workers have greeted.
   *
   * @throws WorkerStartException if one of them does not; all others are gone then
   */
  static WorkerEngine start(String name, int workers, WorkerStarter starter) {
    WorkerEngine engine = new WorkerEngine(name, starter);
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
  private record Plan(List<Dispatch.Share<WorkerHandle>> shares, boolean start) {}

  /**
   * Ends every change under the lock: deals out what is queued, and sees to it that there is
   * somebody to run it.
   *
   * @param replace whether a worker is to be started in any case
   */
  private Plan plan(boolean replace) {
    boolean nobody = !dispatch.isQueueEmpty() && !dispatch.hasWorkers() && starting == 0;
    boolean start = replace || nobody;
    if (start) {
      starting++;
    }
    changed.signalAll();
    return new Plan(dispatch.deal(System.nanoTime()), start);
  }

  private void carryOut(Plan plan) {
    for (Dispatch.Share<WorkerHandle> share : plan.shares()) {
      List<Job> unsent = share.worker().send(share.jobs());
      if (!unsent.isEmpty()) {
        takeBack(share.worker(), unsent);
      }
    }
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
    lock.lock();
    try {
      starting--;
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
      if (worker.abandoned() != WorkerHandle.Abandoned.NONE) {
        killAfterGrace(worker);
      }
    }
  }

  private void killAfterGrace(WorkerHandle worker) {
    CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              switch (worker.abandoned()) {
                case RUNNING -> worker.kill();
                case WAITING -> killAfterGrace(worker);
                case NONE -> {}
              }
            });
  }

  // ---- the end ----

  @Override
  public void close() {
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
