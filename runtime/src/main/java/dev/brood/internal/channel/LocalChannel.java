package dev.brood.internal.channel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A channel inside one JVM, to a worker that is a thread. Frames arrive as they were sent, by
 * reference: nothing is encoded or copied.
 *
 * <p>Senders never wait, so it is not the channel that bounds how many frames lie here: a pool
 * sends a worker only so many calls ahead, and a worker sends one outcome for each.
 */
public final class LocalChannel implements Channel {
  private final Lane in;
  private final Lane out;

  private LocalChannel(Lane in, Lane out) {
    this.in = in;
    this.out = out;
  }

  /**
   * The two ends of a channel.
   *
   * @param here what is sent here is received there
   * @param there and the other way round
   */
  public record Pair(LocalChannel here, LocalChannel there) {}

  /** Creates a channel. */
  public static Pair pair() {
    Lane one = new Lane();
    Lane other = new Lane();
    return new Pair(new LocalChannel(one, other), new LocalChannel(other, one));
  }

  @Override
  public void send(List<Frame> frames) {
    out.put(frames);
  }

  /** There is nothing to wait for: what was sent has arrived. */
  @Override
  public void flush() throws IOException {
    if (out.isOver()) {
      throw new IOException("the other side has ended");
    }
  }

  @Override
  public List<Frame> receive() {
    return in.await();
  }

  @Override
  public List<Frame> poll() {
    return in.take();
  }

  @Override
  public void wakeUp() {
    in.wakeUp();
  }

  @Override
  public boolean isEnded() {
    return in.isExhausted();
  }

  @Override
  public void endSending() {
    out.end();
  }

  @Override
  public void close() {
    out.end();
    in.abandon();
  }

  /** One of the two directions: many put frames in, one takes them out. */
  private static final class Lane {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private List<Frame> frames = new ArrayList<>();

    /** Nothing is put in any more. */
    private boolean over;

    private boolean woken;

    void put(List<Frame> more) {
      lock.lock();
      try {
        if (!over) {
          frames.addAll(more);
          changed.signal();
        }
      } finally {
        lock.unlock();
      }
    }

    List<Frame> await() {
      lock.lock();
      try {
        while (frames.isEmpty() && !over && !woken) {
          changed.awaitUninterruptibly(); // interrupts the thread again at the end
        }
        woken = false;
        return take();
      } finally {
        lock.unlock();
      }
    }

    List<Frame> take() {
      lock.lock();
      try {
        if (frames.isEmpty()) {
          return List.of();
        }
        List<Frame> all = frames;
        frames = new ArrayList<>();
        return all;
      } finally {
        lock.unlock();
      }
    }

    void wakeUp() {
      lock.lock();
      try {
        woken = true;
        changed.signal();
      } finally {
        lock.unlock();
      }
    }

    /** By the one who puts frames in; those that are there can still be taken. */
    void end() {
      lock.lock();
      try {
        over = true;
        changed.signal();
      } finally {
        lock.unlock();
      }
    }

    /** By the one who takes frames out. */
    void abandon() {
      lock.lock();
      try {
        frames.clear();
        over = true;
        changed.signal();
      } finally {
        lock.unlock();
      }
    }

    boolean isOver() {
      lock.lock();
      try {
        return over;
      } finally {
        lock.unlock();
      }
    }

    boolean isExhausted() {
      lock.lock();
      try {
        return over && frames.isEmpty();
      } finally {
        lock.unlock();
      }
    }
  }
}
