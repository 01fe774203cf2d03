package dev.brood.internal.pool;

import dev.brood.WorkerCrashedException;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.internal.channel.Tables;
import dev.brood.internal.process.Ending;
import dev.brood.internal.process.WorkerProcess;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.WireService;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One worker as the pool sees it: its process, its channel, and the jobs that it has been sent and
 * has not answered, in order. A thread of its own, the collector, receives its answers and at last
 * its end.
 *
 * <p>The worker runs its jobs one after the other and its answers leave it before it goes on. So
 * when it dies, the first job without an answer may have been running; those behind it surely were
 * not and go to other workers.
 *
 * <p>Concurrency: {@link #lock} guards the jobs and the order of what is sent. It is never held
 * while the engine's lock is taken, and no code of the user's runs under it.
 */
final class WorkerHandle {
  /** How long a worker that has closed its channel, or was told to end, may take to end. */
  private static final long ENDING_MILLIS = 5_000;

  private final WorkerProcess process;
  private final Channel channel;
  private final Numbers numbers;

  private final Object lock = new Object();
  private final InFlight inFlight = new InFlight();
  private final BitSet introduced = new BitSet();

  /** The worker was asked to give back what it has not begun, and has not replied yet. */
  private boolean asked;

  /** Nothing is sent any more: the worker has ended, or is about to be killed. */
  private boolean dead;

  WorkerHandle(WorkerStarter.Started started, Numbers numbers) {
    this.process = started.process();
    this.channel = started.channel();
    this.numbers = numbers;
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
     * The process has ended, and the job that it was running, if any, has been settled.
     *
     * @param lost how many jobs that was: 0 or 1
     */
    void ended(int lost);
  }

  /** Starts the collector. */
  void start(Listener listener) {
    Thread thread = new Thread(() -> collect(listener), "brood collector " + process.description());
    thread.setDaemon(true);
    thread.start();
  }

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
          continue;
        }
        frames.add(frame(job, frames));
      }
      channel.send(frames);
      return unsent;
    }
  }

  /** The frame of a job, after those that introduce what this worker does not know yet. */
  private Frame frame(Job job, List<Frame> before) {
    int table = known(job.call().entryPoints(), before);
    int method = job.call().index();
    WireService<?> service = job.call().service();
    return service == null
        ? Frame.call(inFlight.add(job), table, method, job.arguments())
        : Frame.serviceCall(
            inFlight.add(job), known(service, table, before), method, job.arguments());
  }

  private int known(EntryPoints table, List<Frame> before) {
    int number = numbers.of(table);
    if (!introduced.get(number)) {
      introduced.set(number);
      before.add(Tables.toFrame(number, table));
    }
    return number;
  }

  private int known(WireService<?> service, int table, List<Frame> before) {
    int number = numbers.of(service);
    if (!introduced.get(number)) {
      introduced.set(number);
      before.add(Frame.service(number, table, service.index(), service.arguments()));
    }
    return number;
  }

  /** Jobs that have been sent and not been answered. */
  List<Job> inFlight() {
    synchronized (lock) {
      return inFlight.jobs();
    }
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

  /** Whether an abandoned job is here, running or waiting. */
  boolean hasAbandoned() {
    synchronized (lock) {
      return inFlight.anySettled();
    }
  }

  /**
   * Decides whether the worker is to be killed because it is running an abandoned job. As long as
   * others stand behind that job they are to be taken back first, so that none of them begins just
   * as the worker is killed.
   *
   * @param atLast do not wait for that any longer
   * @return whether it is; nothing is sent to it from here on
   */
  boolean condemn(boolean atLast) {
    synchronized (lock) {
      Job running = inFlight.first();
      if (running != null && running.isSettled() && (inFlight.size() == 1 || atLast)) {
        dead = true;
      }
      return dead;
    }
  }

  /** Kills the worker; its end is noticed by the collector. */
  void kill() {
    process.kill();
  }

  /** Kills the worker if it has not ended. */
  void killIfAlive() {
    if (!process.onExit().isDone()) {
      process.kill();
    }
  }

  /** Tells the worker to end when it has nothing to do. */
  void close() {
    channel.endSending();
  }

  private void collect(Listener listener) {
    String fault = null;
    try {
      while (!channel.isEnded()) {
        collect(channel.receive(), listener);
      }
    } catch (ProtocolException e) {
      fault = "sent what it may not send (" + e.getMessage() + ")";
      process.kill();
    } catch (RuntimeException | Error e) {
      process.kill();
      end(listener, "could not be listened to any longer (" + e + ")");
      throw e;
    }
    end(listener, fault);
  }

  private void collect(List<Frame> frames, Listener listener) throws ProtocolException {
    List<Job> answered = new ArrayList<>(frames.size());
    List<Answer> answers = new ArrayList<>(frames.size());
    List<Job> back = new ArrayList<>(0);
    boolean replied = false;
    ProtocolException fault = null;
    synchronized (lock) {
      for (Frame frame : frames) {
        if (frame.kind() == Frame.Kind.OUTCOME) {
          Job job = inFlight.answered(frame.sequence());
          if (job != null) {
            answered.add(job);
            answers.add(Answer.of(frame.body(), process.frame()));
            continue;
          }
        } else if (frame.kind() == Frame.Kind.TAKEN && asked) {
          List<Job> jobs = inFlight.givenBack(frame.sequence(), frame.table());
          if (jobs != null) {
            asked = false;
            replied = true;
            back.addAll(jobs);
            continue;
          }
        }
        fault = new ProtocolException(frame.kind() + " " + frame.sequence() + " was not its turn");
        break;
      }
    }
    if (!answered.isEmpty()) {
      listener.answered(this, answered, answers);
    }
    if (replied) {
      listener.givenBack(this, back);
    }
    if (fault != null) {
      throw fault;
    }
  }

  private void end(Listener listener, @Nullable String fault) {
    List<Job> open;
    synchronized (lock) {
      dead = true;
      open = inFlight.drain();
    }
    Job running = open.isEmpty() ? null : open.remove(0);
    listener.departing(this, open);
    channel.close();
    process.cutLifeLine();
    Ending ending = process.awaitEnd(ENDING_MILLIS);
    if (running != null) {
      running.settle(Answer.lost(crash(running, ending, fault)));
    }
    listener.ended(running == null ? 0 : 1);
  }

  private WorkerCrashedException crash(Job running, Ending ending, @Nullable String fault) {
    return new WorkerCrashedException(
        process.description()
            + (fault == null ? " ended with " + ending.exit() : " " + fault)
            + " while it was running "
            + running.call().method()
            + "; the call may have had effects, and is not repeated"
            + ending.output(),
        process.pid(),
        ending.exitCode());
  }
}
