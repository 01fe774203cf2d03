package dev.brood.internal.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who gets which job: the queue, and how much each worker has in hand. It only keeps the books;
 * what it decides, others carry out. Not thread-safe: the engine's lock guards it.
 *
 * <p>A worker is
 *
 * <ul>
 *   <li><i>serving</i> if it counts towards the size of the pool;
 *   <li><i>blocked</i> if the call that it is running has made calls that are not answered yet: it
 *       gets nothing more and does not count;
 *   <li><i>due</i> if its time will soon be over: it goes on, but another one is to take its place;
 *   <li><i>retiring</i> if it gets nothing more and is to end when it has nothing in hand.
 * </ul>
 *
 * @param <W> a worker
 */
final class Dispatch<W> {
  /** A worker with that few calls left before it is replaced is due. */
  private static final int LAST_CALLS = 16;

  private static final int UNKNOWN = -1;

  /** More calls than that are never given to one worker. */
  private static final long UNLIMITED = Long.MAX_VALUE / 2;

  private final JobQueue queue = new JobQueue();
  private final Map<W, Load> workers = new LinkedHashMap<>();
  private int size;

  /** How many workers have something in hand and are not blocked; how many have several calls. */
  private int busy;

  private int laden;

  /** Jobs that were settled before it was their turn, and are out of the queue now. */
  private List<Job> dropped = new ArrayList<>();

  /** How many workers are serving, if that is known. */
  private int serving = UNKNOWN;

  /** Whether there may be workers that are due, or retiring. */
  private boolean someDue;

  private boolean someRetiring;

  /**
   * Keeps books.
   *
   * @param size how many workers run jobs at the same time
   */
  Dispatch(int size) {
    this.size = size;
  }

  /** What a worker has been given and has not answered. */
  private final class Load {
    private final Window window = new Window();
    private final long lastCalls;
    private int calls;
    private long bytes;

    /** How many more calls it may be given. */
    private long quota;

    private boolean begun;

    /** Nothing could be taken back from it; it is asked again after its next answer. */
    private boolean asked;

    /** Jobs were taken back from it, and it gets none until it has answered the one it is at. */
    private boolean held;

    private boolean blocked;
    private boolean due;
    private boolean retiring;

    /** Since when it has had nothing to do. */
    private long idleSince;

    Load(long quota, long now) {
      this.quota = quota;
      this.lastCalls = Math.max(1, Math.min(LAST_CALLS, quota / 10));
      this.idleSince = now;
    }

    /** Every change of what a worker has in hand, or of whether it is blocked, ends here. */
    private void count(int change, boolean nowBlocked) {
      busy -= isBusy() ? 1 : 0;
      laden -= calls > 1 ? 1 : 0;
      calls += change;
      if (blocked != nowBlocked) {
        blocked = nowBlocked;
        serving = UNKNOWN;
      }
      busy += isBusy() ? 1 : 0;
      laden += calls > 1 ? 1 : 0;
    }

    private boolean isBusy() {
      return calls > 0 && !blocked;
    }

    /** The worker leaves. */
    void leave() {
      count(-calls, false);
      serving = UNKNOWN;
    }

    void retire() {
      retiring = true;
      someRetiring = true;
      serving = UNKNOWN;
    }

    /** Another number of calls may be given to it. */
    private void changeQuota(long change) {
      if (quota < UNLIMITED) {
        quota += change;
        serving = UNKNOWN;
      }
    }

    void add(Job job) {
      count(job.count(), blocked);
      bytes += job.size();
      begun = true;
      changeQuota(-job.count());
      if (quota == 0) {
        retire();
      }
    }

    void remove(int count, long size) {
      count(-count, blocked);
      bytes -= size;
    }

    /** It will not run these jobs. */
    void takeOut(List<Job> gone) {
      for (Job job : gone) {
        remove(job.count(), job.size());
        changeQuota(job.count());
      }
    }

    boolean isDue() {
      return due || (begun && quota <= lastCalls);
    }

    boolean isServing() {
      return !blocked && !retiring && !isDue();
    }

    /** How many more calls it may be given now, if the next ones are such as that job's. */
    int room(Job next) {
      return blocked || retiring || (held && calls > 0)
          ? 0
          : (int) Math.min(quota, window.room(calls, bytes, next.isOfMany()));
    }
  }

  /** Jobs that are to be sent to a worker. */
  record Share<W>(W worker, List<Job> jobs) {}

  // ---- workers ----

  /** Takes the jobs that were in the queue, and that nobody wanted any more by their turn. */
  List<Job> takeDropped() {
    if (dropped.isEmpty()) {
      return List.of();
    }
    List<Job> taken = dropped;
    dropped = new ArrayList<>();
    return taken;
  }

  /** How many workers run jobs at the same time. */
  int size() {
    return size;
  }

  /** How many workers have something in hand and do not wait for it. */
  int busy() {
    return busy;
  }

  /** Changes the size. Of more workers than that, the superfluous ones retire. */
  void resize(int size) {
    this.size = size;
    int left = serving();
    for (boolean idle : new boolean[] {true, false}) {
      for (Load load : workers.values()) {
        if (left > size && load.isServing() && (load.calls == 0) == idle) {
          load.retire();
          left--;
        }
      }
    }
  }

  /**
   * A worker can be given jobs.
   *
   * @param quota how many calls altogether
   * @param now of {@link System#nanoTime}
   */
  void join(W worker, long quota, long now) {
    workers.put(worker, new Load(quota, now));
    serving = UNKNOWN;
  }

  /** A worker takes nothing any more; tells whether it was here. */
  boolean leave(W worker) {
    Load load = workers.remove(worker);
    if (load != null) {
      load.leave();
    }
    return load != null;
  }

  boolean hasWorkers() {
    return !workers.isEmpty();
  }

  List<W> workers() {
    return List.copyOf(workers.keySet());
  }

  /** How many workers are serving. */
  int serving() {
    if (serving == UNKNOWN) {
      serving = 0;
      for (Load load : workers.values()) {
        serving += load.isServing() ? 1 : 0;
      }
    }
    return serving;
  }

  /** Whether any worker could be given a job, now or when it has done what it has in hand. */
  boolean canServe() {
    return workers.values().stream().anyMatch(load -> !load.blocked && !load.retiring);
  }

  /** The call that a worker is running waits for others, or does not any longer. */
  void setBlocked(W worker, boolean blocked) {
    Load load = workers.get(worker);
    if (load != null) {
      load.count(0, blocked);
    }
  }

  /** A worker is to be replaced. */
  void setDue(W worker) {
    Load load = workers.get(worker);
    if (load != null) {
      load.due = true;
      someDue = true;
      serving = UNKNOWN;
    }
  }

  /** Workers that are due retire, as far as that many are serving without them. */
  void retireDue(int least) {
    if (!someDue) {
      return;
    }
    for (Load load : workers.values()) {
      if (load.due && !load.retiring && serving() >= least) {
        load.retire();
      }
    }
  }

  /**
   * Workers that have had nothing to do since then retire, down to a least number. Those that are
   * due do not count, and go as soon as there are that many without them.
   */
  void retireIdle(long since, int least) {
    int left = serving();
    for (Load load : workers.values()) {
      boolean counts = load.isServing();
      if (!load.blocked
          && !load.retiring
          && load.calls == 0
          && since - load.idleSince >= 0
          && left - (counts ? 1 : 0) >= least) {
        load.retire();
        left -= counts ? 1 : 0;
      }
    }
  }

  /** Whether more workers than that have nothing to do, or will soon. */
  boolean mayShrinkBelow(int least) {
    return serving() > least && workers.values().stream().anyMatch(load -> load.calls == 0);
  }

  /** Takes out the workers that are retiring and have nothing in hand any more. */
  List<W> takeRetired() {
    if (!someRetiring) {
      return List.of();
    }
    List<W> retired = new ArrayList<>(0);
    workers.forEach(
        (worker, load) -> {
          if (load.retiring && load.calls == 0) {
            retired.add(worker);
          }
        });
    retired.forEach(workers::remove);
    someRetiring = workers.values().stream().anyMatch(load -> load.retiring);
    return retired;
  }

  // ---- jobs ----

  JobQueue queue() {
    return queue;
  }

  void submit(List<? extends Job> jobs) {
    jobs.forEach(queue::addLast);
  }

  /** A job that was lost is queued again, before all others. */
  void resubmit(Job job) {
    queue.addFirst(job);
  }

  /**
   * Deals queued jobs out to workers that have room: to idle ones first, and evenly.
   *
   * @param now of {@link System#nanoTime}
   */
  List<Share<W>> deal(long now) {
    if (queue.isEmpty()) {
      return List.of();
    }
    List<Share<W>> shares = new ArrayList<>(workers.size());
    int fair = workers.isEmpty() ? 0 : (queue.size() + workers.size() - 1) / workers.size();
    deal(true, fair, now, shares);
    deal(false, fair, now, shares);
    return shares;
  }

  private void deal(boolean idle, int fair, long now, List<Share<W>> shares) {
    for (Map.Entry<W, Load> entry : workers.entrySet()) {
      Load load = entry.getValue();
      Job next = queue.peek();
      if (next == null) {
        return;
      }
      if ((load.calls == 0) == idle && load.room(next) > 0 && !(idle && busy >= size)) {
        shares.add(new Share<>(entry.getKey(), take(load, fair, now)));
      }
    }
  }

  private List<Job> take(Load load, int fair, long now) {
    if (load.calls == 0) {
      load.window.begin(now);
    }
    List<Job> jobs = new ArrayList<>();
    int left = fair;
    while (left > 0) {
      Job next = queue.peek();
      int room = next == null ? 0 : load.room(next);
      if (next == null || room == 0) {
        break;
      }
      if (next.isSettled()) {
        queue.remove(next);
        dropped.add(next);
        continue;
      }
      Job job = queue.poll(Math.min(left, room));
      load.add(job);
      jobs.add(job);
      left -= job.count();
    }
    return jobs;
  }

  /**
   * A worker that has jobs which others could begin.
   *
   * @param ofAll whether of all of them, since they stand behind one that takes long, or only of a
   *     half
   */
  record Relief<W>(W worker, boolean ofAll) {}

  /**
   * Finds workers with jobs that others could begin at once, or that stand behind a job that takes
   * long.
   *
   * @param now of {@link System#nanoTime}
   */
  List<Relief<W>> toBeRelieved(long now) {
    if (laden == 0) {
      return List.of();
    }
    List<Relief<W>> found = new ArrayList<>(0);
    Boolean othersIdle = null;
    for (Map.Entry<W, Load> entry : workers.entrySet()) {
      Load load = entry.getValue();
      if (load.calls > 1 && !load.asked) {
        if (othersIdle == null) {
          othersIdle = workers.size() > 1 && queue.isEmpty() && busy < size && anyIdle();
        }
        boolean all = load.blocked || (workers.size() > 1 && load.window.isStuck(now));
        if (all || othersIdle) {
          load.asked = true;
          found.add(new Relief<>(entry.getKey(), all));
        }
      }
    }
    return found;
  }

  private boolean anyIdle() {
    for (Load load : workers.values()) {
      if (load.calls == 0 && !load.retiring) {
        return true;
      }
    }
    return false;
  }

  /**
   * Jobs were taken back from a worker that had not begun them, if there were any.
   *
   * @return as {@link #giveBack}
   */
  List<Job> relieved(W worker, List<Job> jobs) {
    Load load = workers.get(worker);
    if (load != null && !jobs.isEmpty()) {
      load.asked = false;
      load.held = true;
    }
    return giveBack(worker, jobs);
  }

  /** A worker will not begin a job that it was dealt, and which is not queued again. */
  void takenOut(W worker, Job job) {
    Load load = workers.get(worker);
    if (load != null) {
      load.takeOut(List.of(job));
      load.held = true; // or one after the other would be sent in vain behind a long one
    }
    job.holder = null;
  }

  /**
   * A worker did not take jobs that it was dealt, or has left without having begun them.
   *
   * @return those whose attempt is over, unwanted as they are; the others are queued again
   */
  List<Job> giveBack(@Nullable W worker, List<Job> unsent) {
    Load load = workers.get(worker);
    if (load != null) {
      load.takeOut(unsent);
    }
    List<Job> unwanted = new ArrayList<>(0);
    for (int i = unsent.size() - 1; i >= 0; i--) {
      Job job = unsent.get(i);
      job.holder = null;
      if (job.isUnwanted()) {
        unwanted.add(job);
      } else {
        queue.addFirst(job);
      }
    }
    return unwanted;
  }

  /** A worker has answered calls; it has them in hand no longer. */
  void answered(W worker, List<Reply> replies, long now) {
    Load load = workers.get(worker);
    int calls = 0;
    for (Reply reply : replies) {
      calls += reply.calls();
      if (load != null) {
        load.remove(reply.calls(), reply.bytes());
      }
      if (reply.last()) {
        reply.job().holder = null;
      }
    }
    if (load != null) {
      load.held = false;
      load.asked = false;
      load.window.answered(calls, now);
      if (load.calls == 0) {
        load.idleSince = now;
      }
    }
  }
}
