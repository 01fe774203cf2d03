package dev.brood.internal.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who gets which job: the queue, and how much each worker has in hand. It only keeps the books;
 * what it decides, others carry out. Not thread-safe: the engine's lock guards it.
 *
 * @param <W> a worker
 */
final class Dispatch<W> {
  private final Deque<Job> queue = new ArrayDeque<>();
  private final Map<W, Load> workers = new LinkedHashMap<>();
  private int open;

  /** What a worker has been given and has not answered. */
  private static final class Load {
    private final Window window = new Window();
    private int jobs;
    private long bytes;

    /** It was asked to give jobs back, and has not replied. */
    private boolean asked;

    /** It has given jobs back, and gets none until it has answered the one that it is at. */
    private boolean held;

    void add(Job job) {
      jobs++;
      bytes += job.size();
    }

    void remove(List<Job> gone) {
      jobs -= gone.size();
      for (Job job : gone) {
        bytes -= job.size();
      }
    }

    boolean hasRoom() {
      return (!held || jobs == 0) && window.room(jobs, bytes) > 0;
    }
  }

  /** Jobs that are to be sent to a worker. */
  record Share<W>(W worker, List<Job> jobs) {}

  // ---- workers ----

  /** A worker can be given jobs. */
  void join(W worker) {
    workers.put(worker, new Load());
  }

  /** A worker takes nothing any more. */
  void leave(W worker) {
    workers.remove(worker);
  }

  boolean hasWorkers() {
    return !workers.isEmpty();
  }

  List<W> workers() {
    return List.copyOf(workers.keySet());
  }

  // ---- jobs ----

  /** How many jobs have been submitted and are not done with. */
  int open() {
    return open;
  }

  boolean isQueueEmpty() {
    return queue.isEmpty();
  }

  void submit(List<? extends Job> jobs) {
    open += jobs.size();
    queue.addAll(jobs);
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
    for (boolean idle : new boolean[] {true, false}) {
      workers.forEach(
          (worker, load) -> {
            if ((load.jobs == 0) == idle && !queue.isEmpty() && load.hasRoom()) {
              shares.add(new Share<>(worker, take(load, fair, now)));
            }
          });
    }
    return shares;
  }

  private List<Job> take(Load load, int fair, long now) {
    if (load.jobs == 0) {
      load.window.begin(now);
    }
    List<Job> jobs = new ArrayList<>();
    while (jobs.size() < fair && !queue.isEmpty() && load.hasRoom()) {
      Job job = queue.remove();
      load.add(job);
      jobs.add(job);
    }
    return jobs;
  }

  /**
   * Finds workers with jobs that others could begin at once, or that stand behind a job that takes
   * long. They are to be asked to give them back.
   *
   * @param now of {@link System#nanoTime}
   */
  List<W> toBeRelieved(long now) {
    boolean othersIdle =
        queue.isEmpty() && workers.values().stream().anyMatch(load -> load.jobs == 0);
    List<W> found = new ArrayList<>(0);
    if (workers.size() > 1) {
      workers.forEach(
          (worker, load) -> {
            if (load.jobs > 1 && !load.asked && (othersIdle || load.window.isStuck(now))) {
              load.asked = true;
              found.add(worker);
            }
          });
    }
    return found;
  }

  /** A worker has replied. It has given back what it had not begun, if there was anything. */
  void relieved(W worker, List<Job> jobs) {
    Load load = workers.get(worker);
    if (load != null) {
      load.asked = false;
      load.held = !jobs.isEmpty();
    }
    giveBack(worker, jobs);
  }

  /** A worker did not take jobs that it was dealt, or has left without having begun them. */
  void giveBack(W worker, List<Job> unsent) {
    Load load = workers.get(worker);
    if (load != null) {
      load.remove(unsent);
    }
    for (int i = unsent.size() - 1; i >= 0; i--) {
      if (unsent.get(i).isSettled()) {
        open--;
      } else {
        queue.addFirst(unsent.get(i));
      }
    }
  }

  /** A worker has answered jobs; they stay open until they are {@link #done}. */
  void answered(W worker, List<Job> jobs, long now) {
    Load load = workers.get(worker);
    if (load != null) {
      load.remove(jobs);
      load.held = false;
      load.window.answered(jobs.size(), now);
    }
  }

  /** So many jobs that had left the queue have been settled. */
  void done(int count) {
    open -= count;
  }

  /** Takes a job from the queue; tells whether it was there. */
  boolean withdraw(Job job) {
    boolean queued = queue.remove(job);
    if (queued) {
      open--;
    }
    return queued;
  }

  /** Takes all settled jobs from the queue. */
  void dropSettled() {
    int before = queue.size();
    queue.removeIf(Job::isSettled);
    open -= before - queue.size();
  }

  /** Empties the queue. The jobs stay open until they are {@link #done}. */
  List<Job> drain() {
    List<Job> all = new ArrayList<>(queue);
    queue.clear();
    return all;
  }

  /** All that is queued. */
  List<Job> queued() {
    return List.copyOf(queue);
  }
}
