package dev.brood.internal.pool;

import dev.brood.WorkerStartException;
import dev.brood.wire.EntryPoints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
 * <p>Concurrency: {@link #lock} guards all state, the loads and windows of the workers included.
 * Nothing is sent, settled or started under it: what is to be done is decided under the lock and
 * done after it. Each job that was submitted is counted in {@link #open} until it has been settled.
 */
final class WorkerEngine implements Engine, WorkerHandle.Listener {
  /** How long a cancelled call may go on before its worker is killed. */
  private static final long GRACE_MILLIS = 200;

  private final String name;
  private final WorkerStarter starter;

  private final Map<EntryPoints, Integer> tableNumbers = new ConcurrentHashMap<>();
  private final AtomicInteger tableCount = new AtomicInteger();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private final Deque<Job> queue = new ArrayDeque<>();
  private final List<WorkerHandle> workers = new ArrayList<>();

  /** Workers that are being started. */
  private int starting;

  /** Workers that take nothing any more and have not ended yet. */
  private int departing;

  /** Jobs that were submitted and are not settled. */
  private int open;

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
        ready.add(new WorkerHandle(starting.join(), engine::tableNumber));
      }
    } catch (RuntimeException | Error e) {
      launched.forEach(WorkerStarter.Starting::abort);
      throw e;
    }
    engine.workers.addAll(ready);
    ready.forEach(worker -> worker.start(engine));
    return engine;
  }

  private int tableNumber(EntryPoints table) {
    return tableNumbers.computeIfAbsent(table, t -> tableCount.getAndIncrement());
  }

  // ---- jobs go down ----

  /** Jobs for one worker, decided under the lock and to be sent after it. */
  private record Share(WorkerHandle worker, List<Job> jobs) {}

  @Override
  public void submit(List<? extends Job> jobs) {
    List<Share> shares;
    boolean start;
    lock.lock();
    try {
      if (state != State.OPEN) {
        throw new RejectedExecutionException(name + " is closed");
      }
      open += jobs.size();
      queue.addAll(jobs);
      shares = share();
      start = workers.isEmpty() && starting == 0;
      if (start) {
        starting++;
      }
    } finally {
      lock.unlock();
    }
    send(shares);
    if (start) {
      startReplacement();
    }
  }

  /**
   * Deals queued jobs out to workers that have room: to idle ones first, and evenly. Called with
   * the lock held.
   */
  private List<Share> share() {
    if (queue.isEmpty()) {
      return List.of();
    }
    List<Share> shares = new ArrayList<>(workers.size());
    long now = System.nanoTime();
    for (boolean idle : new boolean[] {true, false}) {
      for (WorkerHandle worker : workers) {
        if ((worker.load == 0) == idle && !queue.isEmpty()) {
          List<Job> jobs = take(worker, now);
          if (!jobs.isEmpty()) {
            shares.add(new Share(worker, jobs));
          }
        }
      }
    }
    return shares;
  }

  private List<Job> take(WorkerHandle worker, long now) {
    int fair = (queue.size() + workers.size() - 1) / workers.size();
    List<Job> jobs = new ArrayList<>();
    while (jobs.size() < fair
        && !queue.isEmpty()
        && worker.window.room(worker.load, worker.bytes) > 0) {
      if (worker.load == 0) {
        worker.window.begin(now);
      }
      Job job = queue.remove();
      worker.load++;
      worker.bytes += job.arguments().size();
      jobs.add(job);
    }
    return jobs;
  }

  private void send(List<Share> shares) {
    for (Share share : shares) {
      List<Job> unsent = share.worker().send(share.jobs());
      if (!unsent.isEmpty()) {
        takeBack(share.worker(), unsent);
      }
    }
  }

  /** Jobs that a worker did not take: the abandoned are done with, the others are queued again. */
  private void takeBack(WorkerHandle worker, List<Job> unsent) {
    List<Share> shares;
    lock.lock();
    try {
      discharge(worker, unsent);
      requeue(unsent);
      shares = share();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    send(shares);
  }

  private void discharge(WorkerHandle worker, List<Job> jobs) {
    worker.load -= jobs.size();
    for (Job job : jobs) {
      worker.bytes -= job.arguments().size();
    }
  }

  /** Puts jobs back where they came from. Called with the lock held. */
  private void requeue(List<Job> jobs) {
    for (int i = jobs.size() - 1; i >= 0; i--) {
      if (jobs.get(i).isSettled()) {
        open--;
      } else {
        queue.addFirst(jobs.get(i));
      }
    }
  }

  // ---- answers come up ----

  @Override
  public void answered(WorkerHandle worker, List<Job> jobs, List<Answer> answers) {
    List<Share> shares;
    lock.lock();
    try {
      discharge(worker, jobs);
      worker.window.answered(jobs.size(), System.nanoTime());
      shares = share();
    } finally {
      lock.unlock();
    }
    send(shares); // first of all the worker gets on with its work
    for (int i = 0; i < jobs.size(); i++) {
      jobs.get(i).settle(answers.get(i));
    }
    settled(jobs.size());
  }

  /** So many jobs have been settled. */
  private void settled(int count) {
    lock.lock();
    try {
      open -= count;
      if (open == 0) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void departing(WorkerHandle worker, List<Job> unstarted) {
    List<Share> shares;
    boolean replace;
    lock.lock();
    try {
      workers.remove(worker);
      departing++;
      requeue(unstarted);
      replace = state == State.OPEN || !queue.isEmpty();
      if (replace) {
        starting++;
      }
      shares = share();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    send(shares);
    if (replace) {
      startReplacement();
    }
  }

  @Override
  public void ended(int lost) {
    lock.lock();
    try {
      departing--;
      open -= lost;
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
      add(new WorkerHandle(starter.startPatiently(), this::tableNumber));
    } catch (WorkerStartException e) {
      giveUp(e);
    }
  }

  private void add(WorkerHandle worker) {
    List<Share> shares;
    lock.lock();
    try {
      starting--;
      workers.add(worker);
      if (state == State.CLOSED) {
        worker.close();
      }
      shares = share();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    worker.start(this);
    send(shares);
  }

  /** No worker could be started. If there is no other, those who wait are told why. */
  private void giveUp(WorkerStartException failure) {
    List<Job> hopeless = List.of();
    lock.lock();
    try {
      starting--;
      if (workers.isEmpty() && starting == 0) {
        hopeless = new ArrayList<>(queue);
        queue.clear();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    hopeless.forEach(job -> job.settle(Answer.lost(failure)));
    settled(hopeless.size());
  }

  // ---- jobs are given up ----

  @Override
  public boolean withdraw(Job job) {
    lock.lock();
    try {
      if (!queue.remove(job)) {
        return false;
      }
      job.abandon();
      open--;
      changed.signalAll();
      return true;
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
      int before = queue.size();
      queue.removeIf(Job::isSettled);
      open -= before - queue.size();
      present = List.copyOf(workers);
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
    lock.lock();
    try {
      state = State.CLOSED;
      starter.close();
      workers.forEach(WorkerHandle::close);
      while (!workers.isEmpty() || starting > 0 || departing > 0) {
        interrupted |= awaitChange();
      }
    } finally {
      lock.unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
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
        while (open > 0 && !interruptedNow) {
          interruptedNow = awaitChange();
        }
        interrupted |= interruptedNow;
        if (open == 0) {
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
      hopeless = new ArrayList<>(queue);
      present = List.copyOf(workers);
    } finally {
      lock.unlock();
    }
    present.forEach(worker -> hopeless.addAll(worker.inFlight()));
    Throwable reason = new CancellationException(name + " was closed by an interrupted thread");
    hopeless.forEach(job -> job.settle(Answer.lost(reason)));
    cancel(hopeless);
  }
}
