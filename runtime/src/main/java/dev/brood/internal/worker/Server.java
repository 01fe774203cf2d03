package dev.brood.internal.worker;

import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.wire.Payload;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Serves the calls that arrive on a channel, one after the other, on the calling thread.
 *
 * <p>An outcome is sent, and has left this process, before the next call begins. So however a
 * worker dies, the pool knows which call it was running: the first one without an outcome.
 *
 * <p>Concurrency: whoever holds {@link #owner} owns the channel and what is {@link #waiting}. The
 * serving thread lets go of it while a call runs. If that takes long, the {@link Deputy} takes it
 * for a moment, so that the pool can have back what stands behind a long call.
 */
final class Server {
  private final Channel channel;
  private final Registry registry;
  private final ReentrantLock owner = new ReentrantLock();

  /** What has arrived and is still to be done, in order. */
  private final Deque<Frame> waiting = new ArrayDeque<>();

  private final Deputy deputy = new Deputy(this::lookAfter);

  Server(Channel channel, ClassLoader loader) {
    this.channel = channel;
    this.registry = new Registry(loader);
  }

  /** Returns when the pool has ended the conversation; services are closed then. */
  void serve() throws IOException {
    owner.lock();
    try {
      while (true) {
        Frame frame = waiting.poll();
        if (frame != null) {
          handle(frame);
          continue;
        }
        if (channel.isEnded()) {
          break;
        }
        accept(channel.receive(), 2);
      }
    } finally {
      owner.unlock();
      deputy.dismiss();
    }
    registry.closeServices();
  }

  private void handle(Frame frame) throws IOException {
    switch (frame.kind()) {
      case TABLE -> registry.addTable(frame);
      case SERVICE -> registry.addService(frame);
      case CALL, SERVICE_CALL -> {
        Payload envelope = run(frame);
        channel.send(List.of(Frame.outcome(frame.sequence(), envelope)));
        channel.flush();
      }
      default -> throw new ProtocolException("a pool does not send " + frame.kind());
    }
  }

  private Payload run(Frame frame) {
    owner.unlock();
    deputy.callBegins();
    try {
      return frame.kind() == Frame.Kind.CALL ? registry.call(frame) : registry.callService(frame);
    } finally {
      deputy.callEnds();
      Thread.interrupted(); // meant for this call, not for the next
      owner.lock();
    }
  }

  /**
   * Takes in what has arrived.
   *
   * @param share how much of what waits is given back if the pool asks: 1 for all, 2 for a half
   */
  private void accept(List<Frame> frames, int share) throws IOException {
    for (Frame frame : frames) {
      if (frame.kind() == Frame.Kind.TAKE_BACK) {
        giveBack(share);
      } else {
        waiting.add(frame);
      }
    }
  }

  /** Gives the youngest of the waiting calls back; what was introduced before them stays. */
  private void giveBack(int share) throws IOException {
    int calls = (int) waiting.stream().filter(Server::isCall).count();
    int count = calls / share;
    long first = 0;
    Iterator<Frame> youngest = waiting.descendingIterator();
    for (int taken = 0; taken < count; ) {
      Frame frame = youngest.next();
      if (isCall(frame)) {
        first = frame.sequence();
        youngest.remove();
        taken++;
      }
    }
    channel.send(List.of(Frame.taken(first, count)));
    channel.flush();
  }

  private static boolean isCall(Frame frame) {
    return frame.kind() == Frame.Kind.CALL || frame.kind() == Frame.Kind.SERVICE_CALL;
  }

  /** Called by the deputy while a call is taking long. */
  private void lookAfter() throws IOException {
    if (owner.tryLock()) {
      try {
        accept(channel.poll(), 1);
      } finally {
        owner.unlock();
      }
    }
  }
}
