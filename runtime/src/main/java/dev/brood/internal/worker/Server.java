package dev.brood.internal.worker;

import dev.brood.CallContext;
import dev.brood.ContextCarrier;
import dev.brood.Pool;
import dev.brood.WireException;
import dev.brood.internal.call.Carriers;
import dev.brood.internal.call.Causes;
import dev.brood.internal.call.CurrentCall;
import dev.brood.internal.call.Run;
import dev.brood.internal.call.Stacks;
import dev.brood.internal.call.Terms;
import dev.brood.internal.channel.Bodies;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Claims;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.LastWord;
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
  private final Claims claims;
  private final Environment environment;
  private final Registry registry;
  private final ReentrantLock owner = new ReentrantLock();

  /** What has arrived and is still to be done, in order. */
  private final Deque<Work> waiting = new ArrayDeque<>();

  /** What goes with the next call; calls that belong together and have not all arrived. */
  private Terms terms = Terms.NONE;

  private @Nullable Work unfinished;

  private final Thread servant = Thread.currentThread();
  private final Deputy deputy = new Deputy(this::lookAfter, this::listen, this::fail);

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
    this.claims = channel.claims();
    this.environment = environment;
    this.registry = new Registry(environment, channel.stock());
    channel.say(LastWord.NONE); // so that it is there when there is no room for a class any more
  }

  /**
   * Returns when the pool has ended the conversation; services are closed then. A worker that has
   * run out of memory ends it by itself: what has not been claimed goes to others.
   */
  public void serve() throws IOException {
    owner.lock();
    try {
      if (environment.isProcess()) {
        Run.rehearseFailure();
      }
      while (!isWornOut()) {
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
    } catch (RuntimeException | Error e) {
      fail(e);
      throw e;
    } finally {
      owner.unlock();
      deputy.dismiss();
      if (isWornOut()) {
        environment.leave();
        channel.say(LastWord.OUT_OF_MEMORY);
        channel.endSending();
      }
      registry.closeServices();
    }
  }

  /** Whether no other call is to be run by a JVM in which one has run out of memory. */
  private boolean isWornOut() {
    return environment.isProcess() && registry.isOutOfMemory();
  }

  /** Without memory, or whatever else the code of this worker itself cannot do without. */
  private void fail(Throwable reason) {
    if (registry.isOutOfMemory() || Causes.contain(reason, OutOfMemoryError.class)) {
      channel.say(LastWord.OUT_OF_MEMORY);
    }
    environment.abort(reason);
  }

  private void handle(Work work) throws IOException {
    switch (work.frame().kind()) {
      case TABLE -> registry.addTable(work.frame());
      case SERVICE -> registry.addService(work.frame());
      case FORGET -> forget(work.frame().table());
      case CALLS, SERVICE_CALLS -> runAll(work, Bodies.of(work.frame().body()));
      default -> {
        if (claim(work.sequence())) {
          Payload envelope = run(work);
          if (!work.isFold()) {
            channel.stock().giveBack(work.frame().body());
          }
          channel.send(List.of(Frame.outcome(work.sequence(), envelope)));
          channel.flush();
          if (!work.isFold()) {
            channel.stock().giveBack(envelope);
          }
        }
      }
    }
  }

  /**
   * Whether a call is to be run; its pool may have withdrawn it. From here on it counts as begun,
   * and the one before has ended: whatever it has left of itself on this thread is no business of
   * this one.
   */
  @SuppressWarnings("Interruption") // the flag is cleared on purpose
  private boolean claim(long sequence) {
    synchronized (monitor) {
      running = NONE;
      Thread.interrupted();
      if (!claims.claim(sequence)) {
        return false;
      }
      running = sequence;
      return true;
    }
  }

  // ---- user code runs ----

  @SuppressWarnings("try") // it is closed, and nothing else
  private Payload run(Work work) throws IOException {
    return lend(
        new RunningCall(work, registry, environment.worker(), innerPool),
        () -> {
          try (ContextCarrier.Scope scope = Carriers.restore(work.terms().context())) {
            return work.isFold()
                ? registry.fold(work.parts(), work.combine())
                : registry.call(work.frame());
          }
        });
  }

  /**
   * Runs several calls of one method, each as if it had come alone: it is claimed before it begins,
   * and its outcome has left before the next one is claimed.
   */
  private void runAll(Work work, Bodies arguments) throws IOException {
    ClassLoader loader = servant.getContextClassLoader();
    Payload unused =
        lend(
            new RunningCall(work, registry, environment.worker(), innerPool),
            () -> {
              Run run = new Run(Payload.EMPTY, channel.stock());
              for (int i = 0; i < arguments.count() && !isWornOut(); i++) {
                long sequence = work.sequence() + i;
                if (claim(sequence)) {
                  run.prepare(arguments.bytes(), arguments.from(i), arguments.to(i));
                  run(work, run);
                  callEnded(loader);
                  answer(sequence, run);
                }
              }
              return Payload.EMPTY;
            });
  }

  @SuppressWarnings("try") // it is closed, and nothing else
  private void run(Work work, Run run) {
    try (ContextCarrier.Scope scope = Carriers.restore(work.terms().context())) {
      registry.run(work.frame(), run);
    }
  }

  private void answer(long sequence, Run run) throws IOException {
    Payload envelope = run.envelope();
    if (envelope.pieceCount() == 1) {
      if (channel.sendOutcome(sequence, envelope)) {
        return;
      }
    } else {
      channel.send(List.of(Frame.outcome(sequence, run.takeEnvelope())));
    }
    owner.lock();
    try {
      channel.flush();
    } finally {
      owner.unlock();
    }
  }

  /** A call has ended, and another one may follow. Whoever listens lets go of the channel. */
  private void callEnded(ClassLoader loader) {
    servant.setContextClassLoader(loader);
    endInnerCalls();
    if (deputy.nextCall()) {
      channel.wakeUp();
    }
  }

  private void endInnerCalls() {
    Environment.Inner made = inner;
    if (made != null) {
      made.receiver().callEnded();
    }
  }

  /** Closes a service's object. */
  private void forget(int service) throws IOException {
    Payload unused =
        lend(
            null,
            () -> {
              registry.forget(service);
              return Payload.EMPTY;
            });
  }

  /** What runs while this thread does not own the channel. */
  private interface Lent {
    Payload run() throws IOException;
  }

  /**
   * Lends this thread to the user's code, and meanwhile the channel to the deputy.
   *
   * @param call the call that runs; null if it is none
   */
  private Payload lend(@Nullable RunningCall call, Lent code) throws IOException {
    owner.unlock();
    ClassLoader loader = servant.getContextClassLoader();
    makeCurrent(call);
    deputy.callBegins();
    try {
      return code.run();
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
    endInnerCalls();
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
        case CALLS, SERVICE_CALLS -> waiting.add(Work.of(frame, takeTerms()));
        case TABLE, SERVICE, FORGET -> waiting.add(Work.of(frame, Terms.NONE));
        case INTERRUPT -> interrupt(frame.sequence());
        case DUMP -> tellStack(frame.sequence());
        case OUTCOME, LOSS -> answered(frame);
        case OUTCOMES -> answered(frame.sequence(), Bodies.of(frame.body()));
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

  private void answered(long first, Bodies envelopes) {
    for (int i = 0; i < envelopes.count(); i++) {
      answered(Frame.outcome(first + i, envelopes.body(i)));
    }
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
