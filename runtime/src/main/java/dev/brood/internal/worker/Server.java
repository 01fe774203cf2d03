package dev.brood.internal.worker;

import dev.brood.CallContext;
import dev.brood.ContextCarrier;
import dev.brood.Pool;
import dev.brood.WireException;
import dev.brood.internal.call.Carriers;
import dev.brood.internal.call.CurrentCall;
import dev.brood.internal.call.Stacks;
import dev.brood.internal.call.Terms;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Claims;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.wire.Payload;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves the calls that arrive on a channel, one after the other, on the calling thread.
 *
 * <p>An outcome is sent, and has left this worker, before the next call begins; and each call is
 * {@linkplain Claims claimed} before it begins. So however a worker dies, the pool knows which call
 * it was running, and that the others have not begun.
 *
 * <p>Concurrency: whoever holds {@link #owner} owns the channel and what is {@link #waiting}. The
 * serving thread lets go of it while a call runs. If that takes long, or if the call awaits answers
 * itself, the {@link Deputy} takes it, so that the pool can interrupt the call, ask for its stack,
 * and answer it.
 */
public final class Server {
  private static final long NONE = -1;

  private final Channel channel;
  private final Environment environment;
  private final Registry registry;
  private final ReentrantLock owner = new ReentrantLock();

  /** What has arrived and is still to be done, in order. */
  private final Deque<Work> waiting = new ArrayDeque<>();

  /** What goes with the next call; calls that belong together and have not all arrived. */
  private Terms terms = Terms.NONE;

  private @Nullable Work unfinished;

  private final Thread servant = Thread.currentThread();
  private final Deputy deputy = new Deputy(this::lookAfter, this::listen);

  /** Guards {@link #running}, so that an interrupt meets the call that it is meant for. */
  private final Object monitor = new Object();

  private long running = NONE;

  private volatile Environment.@Nullable Inner inner;
  private final Supplier<Pool> innerPool = this::innerPool;

  /**
   * Prepares to serve on the thread that calls this.
   *
   * @param channel of which this is the owner
   */
  public Server(Channel channel, Environment environment) {
    this.channel = channel;
    this.environment = environment;
    this.registry = new Registry(environment);
  }

  /** Returns when the pool has ended the conversation; services are closed then. */
  public void serve() throws IOException {
    owner.lock();
    try {
      while (true) {
        Work work = waiting.poll();
        if (work != null) {
          handle(work);
          continue;
        }
        List<Frame> frames = channel.receive();
        if (frames.isEmpty() && channel.isEnded()) {
          break;
        }
        accept(frames);
      }
    } finally {
      owner.unlock();
      deputy.dismiss();
      registry.closeServices();
    }
  }

  private void handle(Work work) throws IOException {
    switch (work.frame().kind()) {
      case TABLE -> registry.addTable(work.frame());
      case SERVICE -> registry.addService(work.frame());
      case FORGET -> forget(work.frame().table());
      default -> {
        if (claim(work.sequence())) {
          Payload envelope = run(work);
          channel.send(List.of(Frame.outcome(work.sequence(), envelope)));
          channel.flush();
        }
      }
    }
  }

  /**
   * Whether a call is to be run; its pool may have withdrawn it. From here on it counts as begun.
   */
  private boolean claim(long sequence) {
    synchronized (monitor) {
      if (!channel.claims().claim(sequence)) {
        return false;
      }
      running = sequence;
      return true;
    }
  }

  // ---- user code runs ----

  @SuppressWarnings("try") // it is closed, and nothing else
  private Payload run(Work work) {
    return lend(
        new RunningCall(work, environment.worker(), innerPool),
        () -> {
          try (ContextCarrier.Scope scope = Carriers.restore(work.terms().context())) {
            return work.isFold()
                ? registry.fold(work.parts(), work.combine())
                : registry.call(work.frame());
          }
        });
  }

  /** Closes a service's object. */
  private void forget(int service) {
    Payload unused =
        lend(
            null,
            () -> {
              registry.forget(service);
              return Payload.EMPTY;
            });
  }

  /**
   * Lends this thread to the user's code, and meanwhile the channel to the deputy.
   *
   * @param call the call that runs; null if it is none
   */
  private Payload lend(@Nullable RunningCall call, Supplier<Payload> code) {
    owner.unlock();
    ClassLoader loader = servant.getContextClassLoader();
    makeCurrent(call);
    deputy.callBegins();
    try {
      return code.get();
    } finally {
      end();
      servant.setContextClassLoader(loader);
      owner.lock();
    }
  }

  private void makeCurrent(@Nullable RunningCall call) {
    if (environment.isProcess()) {
      CurrentCall.setOfProcess(call);
    } else {
      CallContext unused = CurrentCall.set(call);
    }
  }

  /** Whatever the call has left of itself on this thread is no business of the next one. */
  @SuppressWarnings("Interruption") // the flag is cleared on purpose
  private void end() {
    synchronized (monitor) {
      running = NONE;
      Thread.interrupted();
    }
    makeCurrent(null);
    Environment.Inner made = inner;
    if (made != null) {
      made.receiver().callEnded();
    }
    if (deputy.callEnds()) {
      channel.wakeUp();
    }
  }

  // ---- frames arrive ----

  /** Takes in what has arrived. Called by the owner. */
  private void accept(List<Frame> frames) throws IOException {
    for (Frame frame : frames) {
      switch (frame.kind()) {
        case TERMS -> terms = readTerms(frame);
        case FOLD -> unfinished = Work.fold(frame, takeTerms());
        case CALL, SERVICE_CALL -> acceptCall(frame);
        case TABLE, SERVICE, FORGET -> waiting.add(Work.of(frame, Terms.NONE));
        case INTERRUPT -> interrupt(frame.sequence());
        case DUMP -> tellStack(frame.sequence());
        case OUTCOME, LOSS -> answered(frame);
        default -> throw new ProtocolException("a pool does not send " + frame.kind());
      }
    }
  }

  private static Terms readTerms(Frame frame) throws ProtocolException {
    try {
      return Terms.read(frame.body());
    } catch (WireException e) {
      throw new ProtocolException("terms cannot be read: " + e.getMessage());
    }
  }

  private Terms takeTerms() {
    Terms taken = terms;
    terms = Terms.NONE;
    return taken;
  }

  private void acceptCall(Frame call) {
    if (unfinished == null) {
      waiting.add(Work.of(call, takeTerms()));
      return;
    }
    unfinished.add(call);
    if (unfinished.isWhole()) {
      waiting.add(unfinished);
      unfinished = null;
    }
  }

  /** Nothing happens to one that is not running: it has ended, or was withdrawn. */
  private void interrupt(long sequence) {
    synchronized (monitor) {
      if (running == sequence) {
        servant.interrupt();
      }
    }
  }

  private void tellStack(long sequence) throws IOException {
    StackTraceElement[] frames = {};
    synchronized (monitor) {
      if (running == sequence) {
        frames = servant.getStackTrace();
      }
    }
    channel.send(List.of(Frame.stack(sequence, Stacks.write(frames))));
    channel.flush();
  }

  private void answered(Frame frame) {
    Environment.Inner made = inner;
    if (made != null) {
      made.receiver().answered(frame);
    }
  }

  /** Called by the deputy while a call is taking long. */
  private void lookAfter() throws IOException {
    if (owner.tryLock()) {
      try {
        accept(channel.poll());
      } finally {
        owner.unlock();
      }
    }
  }

  /** Called by the deputy while a call awaits answers. Tells whether any are still awaited. */
  private boolean listen() throws IOException {
    Environment.Inner made = inner;
    if (made == null || !made.receiver().isWaiting()) {
      return false;
    }
    owner.lock();
    try {
      if (deputy.isCallRunning()) {
        accept(channel.receive());
        return !channel.isEnded();
      }
      return false;
    } finally {
      owner.unlock();
    }
  }

  // ---- calls made by calls ----

  private Pool innerPool() {
    Environment.Inner made = inner;
    if (made == null) {
      synchronized (this) {
        made = inner;
        if (made == null) {
          made = environment.inner(new UplinkOfServer());
          inner = made;
        }
      }
    }
    return made.pool();
  }

  private final class UplinkOfServer implements Uplink {
    @Override
    public void send(List<Frame> frames) {
      channel.send(frames);
    }

    @Override
    public long running() {
      synchronized (monitor) {
        return running;
      }
    }

    @Override
    public void listen() {
      deputy.beListening();
    }
  }
}
