package dev.brood.internal.pool;

import dev.brood.Pool;
import dev.brood.WorkerStartException;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.process.Machine;
import dev.brood.internal.process.PrivateDirectory;
import dev.brood.internal.worker.Environment;
import dev.brood.internal.worker.Uplink;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Where pools are put together. */
public final class Pools {
  /** How deep child JVMs may start child JVMs. */
  private static final int MAX_GENERATIONS = 4;

  /** In a child JVM, how many JVMs are above it. */
  private static final int GENERATION = Integer.getInteger("brood.generation", 0);

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Pools() {}

  /** How many workers a pool has if nothing was said. */
  public static int defaultSize() {
    return Machine.here().workers();
  }

  /** A pool without processes. */
  public static Pool inline() {
    InlineEngine engine = new InlineEngine(new Timer("inline"));
    engine.lend(CallPool.lent("inline", engine));
    return CallPool.own("inline", engine, CallPool.callbackTimer("inline"));
  }

  /** A pool of child JVMs. */
  public static Pool start(Settings settings) {
    checkGeneration();
    String name = name(settings);
    OutputWriter output = new OutputWriter(name, settings.output());
    Machine.here().warnOfHeaps(name, settings.workers(), settings.launch());
    Timer timer = new Timer(name);
    ChildStarter starter = new ChildStarter(name, settings, GENERATION + 1, timer, output);
    Timer callbackTimer = CallPool.callbackTimer(name);
    WorkerEngine engine =
        new WorkerEngine(name, settings, starter, new Numbers(), timer, callbackTimer::release);
    ExitHook.endWithJvm(engine);
    start(engine, name, timer, callbackTimer);
    if (GENERATION == 0) {
      engine.rehearse(new Rehearsal(name, settings, timer));
    }
    Future<?> unused = timer.after(2, TimeUnit.SECONDS, PrivateDirectory::sweep);
    return CallPool.own(name, engine, callbackTimer);
  }

  private static void start(WorkerEngine engine, String name, Timer... timers) {
    try {
      for (Timer timer : timers) {
        timer.begin();
      }
      engine.start();
    } catch (OutOfMemoryError e) { // as a JVM tells that there can be no more threads
      engine.giveUp();
      throw new WorkerStartException(
          name + " could not be started: " + e + WorkerStarter.ADVICE_FOR_MORE, e);
    } catch (RuntimeException | Error e) {
      engine.giveUp();
      throw e;
    }
  }

  /** A pool of threads. */
  public static Pool threads(Settings settings) {
    String name = name(settings);
    Numbers numbers = new Numbers();
    Timer timer = new Timer(name);
    AtomicReference<WorkerEngine> self = new AtomicReference<>();
    ThreadStarter starter =
        new ThreadStarter(
            name, numbers, (worker, uplink) -> innerOfThread(name, self, worker, uplink));
    Timer callbackTimer = CallPool.callbackTimer(name);
    WorkerEngine engine =
        new WorkerEngine(name, settings, starter, numbers, timer, callbackTimer::release);
    self.set(engine);
    start(engine, name, timer, callbackTimer);
    return CallPool.own(name, engine, callbackTimer);
  }

  private static Environment.Inner innerOfThread(
      String name, AtomicReference<WorkerEngine> engine, WorkerHandle worker, Uplink uplink) {
    return new Environment.Inner(
        CallPool.lent(name, new ThreadInnerEngine(engine.get(), worker, uplink)), new NoReceiver());
  }

  /** In a child JVM: the pool of the parent, for the calls of calls. */
  public static Environment.Inner inner(String worker, Uplink uplink) {
    int size = Integer.getInteger("brood.workers", 1);
    InnerEngine engine = new InnerEngine(uplink, size);
    return new Environment.Inner(CallPool.lent(worker, engine), engine);
  }

  private static String name(Settings settings) {
    String name = settings.name();
    return name != null ? name : "pool-" + COUNT.incrementAndGet();
  }

  /**
   * In a child JVM a pool is started only by a method that says so. A class that starts one while
   * it is being initialised would do so in each worker, and theirs again.
   */
  private static void checkGeneration() {
    if (GENERATION == 0) {
      return;
    }
    String initialised =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(frame -> frame.getMethodName().equals("<clinit>"))
                        .map(StackWalker.StackFrame::getClassName)
                        .findFirst())
            .orElse(null);
    if (initialised != null) {
      throw new WorkerStartException(
          initialised
              + " starts a pool while it is being initialised, and a worker has just initialised it:"
              + " each worker would start workers of its own. Start the pool in main, or in a class"
              + " that methods which run in workers do not use; calls of calls take Pool.current()",
          null);
    }
    if (GENERATION >= MAX_GENERATIONS) {
      throw new WorkerStartException(
          "this JVM is a worker of a worker, "
              + GENERATION
              + " levels below the first; it does not start workers itself. Calls of calls take"
              + " Pool.current()",
          null);
    }
  }

  /** Threads submit the calls of their calls themselves, and nothing comes by their channel. */
  private static final class NoReceiver implements Uplink.Receiver {
    @Override
    public boolean isWaiting() {
      return false;
    }

    @Override
    public void answered(Frame frame) {}

    @Override
    public void callEnded() {}
  }
}
