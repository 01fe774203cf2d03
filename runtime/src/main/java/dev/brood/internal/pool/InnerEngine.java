package dev.brood.internal.pool;

import dev.brood.internal.call.Losses;
import dev.brood.internal.call.Terms;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.worker.Uplink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * In a child JVM: sends jobs up to the pool whose worker this is, which runs them somewhere.
 *
 * <p>Concurrency: {@link #lock} guards the order of what is sent. Answers come on the thread that
 * looks after the channel.
 */
final class InnerEngine implements LentEngine, Uplink.Receiver {
  private static final WorkerId SOMEWHERE =
      new WorkerId("another worker", 0, new StackTraceElement("brood", "inner", null, -1));

  private final Uplink uplink;
  private final int size;
  private final Object lock = new Object();
  private final Farewells farewells = new Farewells();
  private final Introductions introductions =
      new Introductions(new Numbers(), farewells, this::forget);
  private final Map<Long, Job> open = new ConcurrentHashMap<>();
  private long next;

  InnerEngine(Uplink uplink, int size) {
    this.uplink = uplink;
    this.size = size;
  }

  @Override
  public void submit(List<? extends Job> jobs) {
    farewells.pass();
    synchronized (lock) {
      List<Frame> frames = new ArrayList<>(jobs.size() * 2);
      for (Job job : jobs) {
        long sequence = next++;
        open.put(sequence, job);
        introductions.add(frames, sequence, job, terms(job));
      }
      uplink.send(frames);
    }
    uplink.listen();
  }

  /** No call here can call that service any more. */
  private void forget(WeakBook.Entry<Integer> service) {
    synchronized (lock) {
      uplink.send(List.of(introductions.forget(service)));
    }
  }

  private static Terms terms(Job job) {
    return new Terms(
        job.target().method(),
        job.isIdempotent(),
        job.remainingOptions(),
        job.isCounted(),
        job.depth(),
        job.context());
  }

  @Override
  public boolean withdraw(Job job) {
    return false; // whether it has begun is known to the parent only
  }

  @Override
  public void cancel(List<? extends Job> jobs) {
    jobs.forEach(Job::abandon);
    Set<Job> gone = new HashSet<>(jobs);
    List<Frame> frames = new ArrayList<>();
    open.forEach(
        (sequence, job) -> {
          if (gone.contains(job)) {
            frames.add(Frame.about(Frame.Kind.CANCEL, sequence));
            release(sequence);
          }
        });
    uplink.send(frames);
  }

  // ---- answers come down ----

  @Override
  public boolean isWaiting() {
    return !open.isEmpty();
  }

  @Override
  public void answered(Frame frame) {
    Job job = open.get(frame.sequence());
    if (job != null) {
      job.settle(
          frame.kind() == Frame.Kind.OUTCOME
              ? Answer.of(frame.body(), SOMEWHERE)
              : Answer.lost(Losses.read(frame.body())));
      release(frame.sequence());
    }
  }

  @Override
  public void callEnded() {
    open.forEach(
        (sequence, job) -> {
          job.settle(
              Answer.lost(
                  new CancellationException(
                      job.target().method() + " has ended with the call that made it")));
          release(sequence);
        });
    farewells.pass();
  }

  private void release(@Nullable Long sequence) {
    Job job = sequence == null ? null : open.remove(sequence);
    if (job != null) {
      job.released();
    }
  }

  // ---- the pool is the parent's ----

  @Override
  public int size() {
    return size;
  }
}
