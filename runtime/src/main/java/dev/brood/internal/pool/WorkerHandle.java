package dev.brood.internal.pool;

import dev.brood.WorkerCrashedException;
import dev.brood.internal.call.Stacks;
import dev.brood.internal.channel.Bodies;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Claims;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.LastWord;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.internal.process.Ending;
import dev.brood.internal.process.WorkerHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One worker as the pool sees it: its host, its channel, and the jobs that it has been sent and has
 * not answered, in order. Its answers are collected by whoever waits for one, and if nobody watches
 * by a thread of its own, the collector, which also notices its end.
 *
 * <p>The worker claims each job before it begins it, and its answers leave it before it goes on. So
 * a job that is not claimed can be taken back at any moment; and when the worker dies, the one that
 * is claimed and not answered was running, while those behind it go to other workers.
 *
 * <p>Concurrency: {@link #lock} guards the jobs and the order of what is sent. The engine's lock is
 * never taken while it is held, and no code of the user's runs under it. {@link #reading} is held
 * by the thread that collects; the engine's lock may be taken within it.
 */
final class WorkerHandle {
  /** How long a worker that has closed its channel, or was told to end, may take to end. */
  private static final long ENDING_MILLIS = 5_000;

  /** A worker that ends sooner has done nothing worth while, if it has not answered. */
  private static final long YOUNG_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final StackTraceElement[] NO_STACK = {};

  private final WorkerHost host;
  private final WorkerId id;
  private final Channel channel;
  private final Claims claims;
  private final InnerCalls inner;

  private final Listener listener;

  private final Object lock = new Object();
  private final InFlight inFlight = new InFlight();
  private final Introductions introductions;
  private final Map<Long, CompletableFuture<StackTraceElement[]>> stacks = new HashMap<>();

  /** The number of the job that was last told to be at the head. */
  private long toldHead = -1;

  private final ReentrantLock reading = new ReentrantLock();

  /** What the worker has done that it may not do; whoever collects finds it. */
  private volatile @Nullable String fault;

  /** Whoever collects has seen an answer. */
  private volatile boolean hasAnswered;

  /** It was told to end, or that was decided here. */
  private volatile boolean wasTold;

  private volatile boolean endedForNothing;
  private final long startedAt = System.nanoTime();
  private final CountDownLatch joined = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);

  /** For the collector only. */
  private long lookedAt = startedAt;

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
      InnerCalls.Submitter submitter,
      Listener listener) {
    this.listener = listener;
    this.host = started.host();
    this.id = WorkerId.of(host);
    this.channel = started.channel();
    this.claims = channel.claims();
    this.introductions = new Introductions(numbers, farewells, this::forget);
    this.inner = new InnerCalls(this, submitter, numbers);
    started.joined().accept(this);
  }

  /** What the engine is told by who collects. */
  interface Listener {
    /** Whether there are more threads that could run than processors. */
    boolean isCrowded();

    /**
     * Jobs have been answered.
     *
     * @param replies in the order in which the jobs were sent
     */
    void answered(WorkerHandle worker, List<Reply> replies);

    /**
     * The worker takes nothing any more; it has ended or is about to.
     *
     * @param unstarted jobs that it has surely not begun
     */
    void departing(WorkerHandle worker, List<Job> unstarted);

    /**
     * The worker has ended.
     *
     * @param lost the jobs that it had begun: one at most, unless it has lied
     * @param crash how they were lost
     */
    void ended(WorkerHandle worker, List<Job> lost, Function<Job, WorkerCrashedException> crash);
  }

  WorkerId id() {
    return id;
  }

  WorkerHost host() {
    return host;
  }

  /**
   * Starts the collector, which waits until the worker has joined its pool.
   *
   * @throws OutOfMemoryError if there is no room for its thread
   */
  void start() {
    Thread thread = new Thread(this::collect, "brood collector " + host.description());
    thread.setDaemon(true);
    thread.start();
  }

  /** The worker has joined its pool, which is told of its end from here on. */
  void begin() {
    joined.countDown();
  }

  /** The pool has been given up, whether or not the worker has joined it. */
  void dismiss() {
    host.kill();
    begin();
  }

  /** Whether it has ended soon after its start, by itself, and without having begun anything. */
  boolean hasEndedForNothing() {
    return endedForNothing;
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
          int room = inFlight.room(job.count());
          if (room < job.count()) {
            unsent.add(job.split(room));
          }
          long sequence = inFlight.add(job);
          for (int i = 0; i < job.count(); i++) {
            claims.offer(sequence + i);
          }
          introductions.add(frames, sequence, job, job.terms());
        }
      }
      channel.setCrowded(listener.isCrowded());
      channel.send(frames);
      return unsent;
    }
  }

  /**
   * Sends what is no job: the answer to a call that was made by a call. A worker that lets too many
   * of those lie is killed, for they are kept in the memory of this process.
   *
   * @param most how many bytes may lie there, beside those of the frame
   */
  void send(Frame frame, long most) {
    channel.send(List.of(frame));
    long backlog = channel.backlog();
    if (backlog - frame.body().size() > most) {
      fault = "did not read the answers to the calls that it has made (" + backlog + " bytes)";
      kill();
    }
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

  /** Takes a job back that has not begun; tells whether it was here. */
  boolean takeBack(Job job) {
    return !takeBack(1, job::equals).isEmpty();
  }

  /** Takes back all jobs that nobody wants any more and that have not begun. */
  List<Job> takeBackUnwanted() {
    return takeBack(Integer.MAX_VALUE, Job::isUnwanted);
  }

  /** Takes back all jobs that have not begun. */
  List<Job> takeBackAll() {
    return takeBack(Integer.MAX_VALUE, job -> true);
  }

  /** Takes back the younger half of the jobs that wait behind one that is running. */
  List<Job> takeBackHalf() {
    synchronized (lock) {
      return takeBack(inFlight.size() / 2, job -> true);
    }
  }

  private List<Job> takeBack(int most, Predicate<Job> which) {
    synchronized (lock) {
      return dead ? List.of() : inFlight.removeYoungest(most, which, claims::withdraw);
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
   * Decides whether the worker is to be killed because it is still running an unwanted job. It is
   * not as long as others stand behind that job: they are to be taken back first, so that none of
   * them begins just as the worker is killed.
   *
   * @return whether it is; nothing is sent to it from here on
   */
  boolean condemn(InFlight.Sent unwanted) {
    synchronized (lock) {
      if (!dead && unwanted.equals(inFlight.first()) && inFlight.size() == 1) {
        dead = true;
        return true;
      }
      return false;
    }
  }

  /** Decides that the worker is to be killed, whatever it is doing; false if that was so before. */
  boolean condemn() {
    synchronized (lock) {
      boolean was = dead;
      dead = true;
      return !was;
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

  /** Waits for the end of the host, but not for longer than that; interrupts are of no interest. */
  void awaitExit(long nanos) {
    try {
      host.onExit().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      // Whoever waits looks again.
    }
  }

  /** Waits until nothing is left to be done about a worker that ends; not for longer than that. */
  void awaitGone(long nanos) {
    long late = System.nanoTime() + nanos;
    boolean interrupted = false;
    while (true) {
      try {
        boolean unused = gone.await(late - System.nanoTime(), TimeUnit.NANOSECONDS);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
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
    wasTold = true;
    host.kill();
  }

  /** Kills the worker if it has not ended. */
  void killIfAlive() {
    if (!host.onExit().isDone()) {
      wasTold = true;
      host.kill();
    }
  }

  /** Tells the worker to end when it has nothing to do. */
  void close() {
    wasTold = true;
    channel.endSending();
  }

  // ---- answers come up ----

  /** A thread begins to call {@link #help} again and again. */
  void watch() {
    channel.watch();
  }

  /** A thread does not do so any longer. */
  void unwatch() {
    channel.unwatch();
  }

  /** Collects what has arrived, for a thread that watches; false if there is nothing to be done. */
  boolean help() {
    if (!channel.hasArrived() || !reading.tryLock()) {
      return false;
    }
    try {
      if (collectArrived()) {
        channel.wakeUp(); // the collector sees to the end
        return false;
      }
      return true;
    } finally {
      reading.unlock();
    }
  }

  private void collect() {
    awaitJoining();
    try {
      boolean over = false;
      while (!over) {
        if (!channel.await()) {
          boolean unused = Thread.interrupted(); // by nobody who could know this thread
        }
        reading.lock();
        try {
          over = collectArrived();
        } finally {
          reading.unlock();
        }
      }
    } catch (RuntimeException | Error e) { // the memory of the channel is not what it was
      fault = "could not be listened to any longer (" + e + ")";
      host.kill();
    } finally {
      try {
        end();
      } finally {
        gone.countDown();
      }
    }
  }

  private void awaitJoining() {
    boolean over = false;
    while (!over) {
      try {
        joined.await();
        over = true;
      } catch (InterruptedException e) {
        // By nobody who could know this thread.
      }
    }
  }

  /** Takes what has arrived; tells whether nothing more will come. */
  private boolean collectArrived() {
    if (fault != null) {
      return true;
    }
    try {
      List<Frame> frames = channel.poll();
      boolean over = channel.isEnded();
      collect(frames);
      return over;
    } catch (ProtocolException e) {
      fault = "sent what it may not send (" + e.getMessage() + ")";
    } catch (RuntimeException | Error e) {
      fault = "could not be listened to any longer (" + e + ")";
      System.getLogger(WorkerHandle.class.getName())
          .log(System.Logger.Level.ERROR, host.description() + " " + fault, e);
    }
    host.kill();
    return true;
  }

  private void collect(List<Frame> frames) throws ProtocolException {
    List<Reply> replies = new ArrayList<>(frames.size());
    ProtocolException fault = null;
    try {
      for (Frame frame : frames) {
        switch (frame.kind()) {
          case OUTCOME -> replies.add(answered(frame));
          case OUTCOMES -> answered(frame, replies);
          case STACK -> stack(frame);
          default -> inner.accept(frame, head());
        }
      }
    } catch (ProtocolException e) {
      fault = e;
    } catch (RuntimeException | Error e) { // what has been answered must not be lost by it
      fault = new ProtocolException(String.valueOf(e));
    }
    if (!replies.isEmpty()) {
      hasAnswered = true;
      listener.answered(this, replies);
    }
    if (fault != null) {
      throw fault;
    }
  }

  private Reply answered(Frame frame) throws ProtocolException {
    Reply reply;
    synchronized (lock) {
      reply = inFlight.answered(frame.sequence(), Answer.of(frame.body(), id), id);
    }
    if (reply == null) {
      throw outOfTurn(frame);
    }
    inner.endOf(frame.sequence());
    return reply;
  }

  private void answered(Frame frame, List<Reply> replies) throws ProtocolException {
    Bodies envelopes = Bodies.of(frame.body());
    int done = 0;
    synchronized (lock) {
      while (done < envelopes.count()) {
        Reply reply = inFlight.answered(frame.sequence() + done, envelopes, done, id);
        if (reply == null) {
          throw outOfTurn(frame);
        }
        replies.add(reply);
        done += reply.calls();
      }
    }
    inner.endOf(frame.sequence(), done);
  }

  private void stack(Frame frame) throws ProtocolException {
    StackTraceElement[] told = Stacks.read(frame.body());
    CompletableFuture<StackTraceElement[]> stack;
    synchronized (lock) {
      stack = stacks.remove(frame.sequence());
    }
    if (stack != null) {
      stack.complete(told);
    }
  }

  private static ProtocolException outOfTurn(Frame frame) {
    return new ProtocolException(frame.kind() + " " + frame.sequence() + " was not its turn");
  }

  /** The call whose turn it was is lost, though it had not begun. */
  private static Job giveUpFirst(List<Job> unstarted) {
    Job first = unstarted.remove(0);
    if (first.count() > 1) {
      unstarted.add(0, first.split(1));
    }
    return first;
  }

  /** Whatever goes wrong on the way: the pool is told, and whoever waits for a job. */
  private void end() {
    LastWord lastWord = lastWord();
    List<Job> unstarted;
    List<Job> lost;
    List<CompletableFuture<StackTraceElement[]>> unanswered;
    synchronized (lock) {
      dead = true;
      unstarted = inFlight.removeYoungest(Integer.MAX_VALUE, job -> true, claims::withdraw);
      lost = inFlight.removeYoungest(Integer.MAX_VALUE, job -> true, sequence -> true);
      // One that ran out of memory may have answered that, and has ended because of it.
      boolean isOfNoMeaning = lastWord == LastWord.OUT_OF_MEMORY && hasAnswered;
      if (lost.isEmpty() && !unstarted.isEmpty() && !isOfNoMeaning && unstarted.get(0).misfires()) {
        lost.add(giveUpFirst(unstarted));
      }
      unanswered = List.copyOf(stacks.values());
      stacks.clear();
    }
    boolean young = System.nanoTime() - startedAt < YOUNG_NANOS;
    endedForNothing = young && !hasAnswered && !wasTold && lost.isEmpty();
    attempt(inner::endAll);
    attempt(() -> listener.departing(this, unstarted));
    attempt(this::closeChannel);
    attempt(host::cutLifeLine);
    Ending ending = awaitEnd();
    attempt(() -> unanswered.forEach(stack -> stack.complete(NO_STACK)));
    listener.ended(this, lost, new Autopsy(host, ending, lastWord, fault)::of);
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      System.getLogger(WorkerHandle.class.getName())
          .log(System.Logger.Level.ERROR, "at the end of " + host.description(), e);
    }
  }

  private LastWord lastWord() {
    try {
      return channel.lastWord();
    } catch (RuntimeException | Error e) {
      return LastWord.NONE;
    }
  }

  private void closeChannel() {
    reading.lock();
    try {
      channel.close();
    } finally {
      reading.unlock();
    }
  }

  /** However it has ended: whoever waits for its jobs is to be told. */
  private Ending awaitEnd() {
    try {
      return host.awaitEnd(ENDING_MILLIS);
    } catch (RuntimeException | Error e) { // no memory to find out more
      return new Ending(-1);
    }
  }

  @Override
  public String toString() {
    return host.description();
  }
}
