package dev.brood.internal.pool;

import dev.brood.WorkerCrashedException;
import dev.brood.internal.call.Stacks;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.internal.process.Ending;
import dev.brood.internal.process.WorkerHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One worker as the pool sees it: its host, its channel, and the jobs that it has been sent and has
 * not answered, in order. A thread of its own, the collector, receives its answers and at last its
 * end.
 *
 * <p>The worker runs its jobs one after the other and its answers leave it before it goes on. So
 * when it dies, the first job without an answer may have been running; those behind it surely were
 * not and go to other workers.
 *
 * <p>Concurrency: {@link #lock} guards the jobs and the order of what is sent. The engine's lock is
 * never taken while it is held, and no code of the user's runs under it.
 */
final class WorkerHandle {
  /** How long a worker that has closed its channel, or was told to end, may take to end. */
  private static final long ENDING_MILLIS = 5_000;

  private static final StackTraceElement[] NO_STACK = {};

  private final WorkerHost host;
  private final WorkerId id;
  private final Channel channel;
  private final InnerCalls inner;

  private final Object lock = new Object();
  private final InFlight inFlight = new InFlight();
  private final Introductions introductions;
  private final Map<Long, CompletableFuture<StackTraceElement[]>> stacks = new HashMap<>();

  /** The number of the job that was last told to be at the head. */
  private long toldHead = -1;

  /** The worker was asked to give back what it has not begun, and has not replied yet. */
  private boolean asked;

  /** For the collector only. */
  private long lookedAt = System.nanoTime();

  /**
   * Nothing is sent any more: the worker has ended, or is about to be killed.
   *
   * <pre>
   *           condemned, or the channel has ended            the host has ended
   *  SERVING ────────────────────────────────────► DEAD ──────────────────────────► ENDED
   *     ╰── told to close: it ends its channel by itself ─────▲
   * </pre>
   *
   * From DEAD on, what it had not begun belongs to others; what it was running is answered when it
   * has ENDED, and known by then is how. Whether a worker that serves gets any more is decided by
   * {@link Dispatch}.
   */
  private boolean dead;

  WorkerHandle(
      WorkerStarter.Started started,
      Numbers numbers,
      Farewells farewells,
      InnerCalls.Submitter submitter) {
    this.host = started.host();
    this.id = WorkerId.of(host);
    this.channel = started.channel();
    this.introductions = new Introductions(numbers, farewells, this::forget);
    this.inner = new InnerCalls(this, submitter);
    started.joined().accept(this);
  }

  /** What the engine is told by a collector. */
  interface Listener {
    /**
     * Jobs have been answered.
     *
     * @param jobs the jobs, in the order in which they were sent
     * @param answers the answer to each
     */
    void answered(WorkerHandle worker, List<Job> jobs, List<Answer> answers);

    /**
     * The worker has been asked to give back what it has not begun, and this is it.
     *
     * @param jobs may be empty
     */
    void givenBack(WorkerHandle worker, List<Job> jobs);

    /**
     * The worker takes nothing any more; it has ended or is about to.
     *
     * @param unstarted jobs that it has surely not begun
     */
    void departing(WorkerHandle worker, List<Job> unstarted);

    /**
     * The worker has ended.
     *
     * @param running the job that it was running; null if there was none
     * @param crash how that was lost
     */
    void ended(WorkerHandle worker, @Nullable Job running, WorkerCrashedException crash);
  }

  WorkerId id() {
    return id;
  }

  WorkerHost host() {
    return host;
  }

  /** Starts the collector. */
  void start(Listener listener) {
    Thread thread = new Thread(() -> collect(listener), "brood collector " + host.description());
    thread.setDaemon(true);
    thread.start();
  }

  // ---- jobs go down ----

  /**
   * Sends jobs, but for those that nobody wants any more.
   *
   * @return those that were not sent, because they were abandoned or because the worker is dead
   */
  List<Job> send(List<Job> jobs) {
    synchronized (lock) {
      if (dead) {
        return jobs;
      }
      List<Job> unsent = new ArrayList<>(0);
      List<Frame> frames = new ArrayList<>(jobs.size());
      for (Job job : jobs) {
        if (job.isSettled()) {
          unsent.add(job);
        } else {
          introductions.add(frames, inFlight.add(job), job, job.terms());
        }
      }
      channel.send(frames);
      return unsent;
    }
  }

  /** Sends what is no job: the answer to a call that was made by a call. */
  void send(Frame frame) {
    channel.send(List.of(frame));
  }

  /** Nobody can call that service any more. */
  private void forget(WeakBook.Entry<Integer> service) {
    synchronized (lock) {
      if (!dead) {
        channel.send(List.of(introductions.forget(service)));
      }
    }
  }

  /** Whether nothing is sent any more. */
  boolean isDead() {
    synchronized (lock) {
      return dead;
    }
  }

  /** The job that the worker is running, or will run next; null if there is none. */
  InFlight.@Nullable Sent head() {
    synchronized (lock) {
      return inFlight.first();
    }
  }

  /** The {@link #head}, if it is another one than when this was last asked; null otherwise. */
  InFlight.@Nullable Sent newHead() {
    synchronized (lock) {
      InFlight.Sent head = inFlight.first();
      if (head == null || head.sequence() == toldHead) {
        return null;
      }
      toldHead = head.sequence();
      return head;
    }
  }

  /** Whether the job with that number has been sent and not been answered, and still may be. */
  boolean hasInHand(long sequence) {
    synchronized (lock) {
      return !dead && inFlight.contains(sequence);
    }
  }

  /** Jobs that have been sent and not been answered. */
  List<Job> inFlight() {
    synchronized (lock) {
      return inFlight.jobs();
    }
  }

  /** The calls that the call which is running has made. */
  InnerCalls inner() {
    return inner;
  }

  /** Asks the worker to give back what it has not begun. */
  void takeBack() {
    synchronized (lock) {
      if (!dead && !asked) {
        asked = true;
        channel.send(List.of(Frame.takeBack()));
      }
    }
  }

  /**
   * Asks the worker what the job with that number is doing. Completed by its reply, if one comes.
   */
  CompletableFuture<StackTraceElement[]> stackOf(long sequence) {
    synchronized (lock) {
      if (dead) {
        return CompletableFuture.completedFuture(NO_STACK);
      }
      channel.send(List.of(Frame.about(Frame.Kind.DUMP, sequence)));
      return stacks.computeIfAbsent(sequence, s -> new CompletableFuture<>());
    }
  }

  // ---- jobs are ended ----

  /** Interrupts the job that is running if it is unwanted. */
  void interruptUnwanted() {
    synchronized (lock) {
      InFlight.Sent head = inFlight.first();
      if (!dead && head != null && head.job().isUnwanted()) {
        channel.send(List.of(Frame.about(Frame.Kind.INTERRUPT, head.sequence())));
      }
    }
  }

  /**
   * Decides whether the worker is to be killed because it is still running an unwanted job. As long
   * as others stand behind that job they are to be taken back first, so that none of them begins
   * just as the worker is killed.
   *
   * @param atLast do not wait for that any longer
   * @return whether it is; nothing is sent to it from here on
   */
  boolean condemn(InFlight.Sent unwanted, boolean atLast) {
    synchronized (lock) {
      if (!dead && unwanted.equals(inFlight.first()) && (inFlight.size() == 1 || atLast)) {
        dead = true;
        return true;
      }
      return false;
    }
  }

  /** Interrupts whatever is running, since nobody will want it, and tells the worker to end. */
  void endForExit() {
    synchronized (lock) {
      InFlight.Sent head = inFlight.first();
      if (!dead && head != null) {
        channel.send(List.of(Frame.about(Frame.Kind.INTERRUPT, head.sequence())));
      }
    }
    close();
  }

  /** Waits for the end, but not for longer than that; interrupts are of no interest. */
  void awaitExit(long nanos) {
    try {
      host.onExit().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      // Whoever waits looks again.
    }
  }

  /** Whether that much time has passed since this was last true. For the collector. */
  boolean isTimeToLook(long nanos) {
    long now = System.nanoTime();
    if (now - lookedAt < nanos) {
      return false;
    }
    lookedAt = now;
    return true;
  }

  /** Kills the worker; its end is noticed by the collector. */
  void kill() {
    host.kill();
  }

  /** Kills the worker if it has not ended. */
  void killIfAlive() {
    if (!host.onExit().isDone()) {
      host.kill();
    }
  }

  /** Tells the worker to end when it has nothing to do. */
  void close() {
    channel.endSending();
  }

  // ---- answers come up ----

  private void collect(Listener listener) {
    String fault = null;
    try {
      while (true) {
        List<Frame> frames = channel.receive();
        if (frames.isEmpty() && channel.isEnded()) {
          break;
        }
        collect(frames, listener);
      }
    } catch (ProtocolException e) {
      fault = "sent what it may not send (" + e.getMessage() + ")";
      host.kill();
    } catch (RuntimeException | Error e) {
      host.kill();
      end(listener, "could not be listened to any longer (" + e + ")");
      throw e;
    }
    end(listener, fault);
  }

  private void collect(List<Frame> frames, Listener listener) throws ProtocolException {
    List<Job> answered = new ArrayList<>(frames.size());
    List<Answer> answers = new ArrayList<>(frames.size());
    List<Job> back = null;
    ProtocolException fault = null;
    try {
      for (Frame frame : frames) {
        switch (frame.kind()) {
          case OUTCOME -> {
            answered.add(answered(frame));
            answers.add(Answer.of(frame.body(), id));
          }
          case TAKEN -> back = taken(frame, back);
          case STACK -> stack(frame);
          default -> inner.accept(frame, head());
        }
      }
    } catch (ProtocolException e) {
      fault = e;
    } catch (RuntimeException | Error e) { // what has been answered must not be lost by it
      fault = new ProtocolException(String.valueOf(e));
    }
    if (!answered.isEmpty()) {
      listener.answered(this, answered, answers);
    }
    if (back != null) {
      listener.givenBack(this, back);
    }
    if (fault != null) {
      throw fault;
    }
  }

  private Job answered(Frame frame) throws ProtocolException {
    Job job;
    synchronized (lock) {
      job = inFlight.answered(frame.sequence());
    }
    if (job == null) {
      throw outOfTurn(frame);
    }
    inner.endOf(frame.sequence());
    return job;
  }

  private List<Job> taken(Frame frame, @Nullable List<Job> before) throws ProtocolException {
    synchronized (lock) {
      List<Job> jobs = asked ? inFlight.givenBack(frame.sequence(), frame.table()) : null;
      if (jobs == null) {
        throw outOfTurn(frame);
      }
      asked = false;
      if (before != null) {
        before.addAll(jobs);
        return before;
      }
      return jobs;
    }
  }

  private void stack(Frame frame) throws ProtocolException {
    CompletableFuture<StackTraceElement[]> stack;
    synchronized (lock) {
      stack = stacks.remove(frame.sequence());
    }
    if (stack != null) {
      stack.complete(Stacks.read(frame.body()));
    }
  }

  private static ProtocolException outOfTurn(Frame frame) {
    return new ProtocolException(frame.kind() + " " + frame.sequence() + " was not its turn");
  }

  private void end(Listener listener, @Nullable String fault) {
    List<Job> open;
    List<CompletableFuture<StackTraceElement[]>> unanswered;
    synchronized (lock) {
      dead = true;
      open = inFlight.drain();
      unanswered = List.copyOf(stacks.values());
      stacks.clear();
    }
    Job running = open.isEmpty() ? null : open.remove(0);
    inner.endAll();
    listener.departing(this, open);
    channel.close();
    host.cutLifeLine();
    Ending ending = host.awaitEnd(ENDING_MILLIS);
    unanswered.forEach(stack -> stack.complete(NO_STACK));
    listener.ended(this, running, crash(running, ending, fault));
  }

  private WorkerCrashedException crash(
      @Nullable Job running, Ending ending, @Nullable String fault) {
    WorkerCrashedException crash =
        new WorkerCrashedException(
            host.description()
                + (fault == null ? " ended with " + ending.exit() : " " + fault)
                + " while it was running "
                + (running == null ? "nothing" : running.target().method() + consequence(running))
                + ending.output(),
            host.pid(),
            ending.exitCode());
    crash.setStackTrace(new StackTraceElement[] {host.frame()}); // the collector's says nothing
    return crash;
  }

  private static String consequence(Job running) {
    return running.isIdempotent()
        ? "; that was attempt "
            + (running.lostAttempts().size() + 1)
            + " of "
            + (running.retries() + 1)
        : "; the call may have had effects, and is not repeated";
  }

  @Override
  public String toString() {
    return host.description();
  }
}
