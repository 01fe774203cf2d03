package dev.brood.internal.pool;

import dev.brood.BroodException;
import dev.brood.CallContext;
import dev.brood.ContextCarrier;
import dev.brood.Pool;
import dev.brood.WorkerStack;
import dev.brood.internal.call.Carriers;
import dev.brood.internal.call.CurrentCall;
import dev.brood.internal.call.Fold;
import dev.brood.internal.call.Instance;
import dev.brood.internal.call.Invoker;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs each job at once on the thread that submits it. A limit of time interrupts that thread; if
 * the method ends only later, it is lost all the same.
 */
final class InlineEngine implements Engine {
  private static final String NAME = "inline";
  private static final int MAX_NESTING = 16;

  private final Timer timer;
  private final Farewells farewells = new Farewells();

  /** The objects of services that somebody can still call. Guarded by its monitor. */
  private final WeakBook<Instance> services = new WeakBook<>(farewells, this::forget);

  private final WorkerId here =
      new WorkerId(
          NAME,
          ProcessHandle.current().pid(),
          new StackTraceElement("brood.inline", "run", null, -1));

  private @Nullable Pool pool;
  private boolean closed;
  private int running;

  InlineEngine(Timer timer) {
    this.timer = timer;
  }

  /** The pool for the calls of calls. Called once, before anything else. */
  void lend(Pool pool) {
    this.pool = pool;
  }

  @Override
  public void submit(List<? extends Job> jobs) {
    farewells.pass();
    begin(jobs);
    try {
      for (Job job : jobs) {
        run(job);
      }
    } finally {
      end();
    }
  }

  private synchronized void begin(List<? extends Job> jobs) {
    if (closed && CurrentCall.get().isEmpty()) {
      throw new RejectedExecutionException("the inline pool is shut down");
    }
    for (Job job : jobs) {
      if (job.depth() > MAX_NESTING) {
        throw new RejectedExecutionException(
            job.target().method() + " would be nested in " + job.depth() + " calls");
      }
    }
    running++;
  }

  private void end() {
    synchronized (this) {
      running--;
      if (!isTerminated()) {
        return;
      }
      notifyAll();
    }
    closeServices();
  }

  private void run(Job job) {
    while (true) {
      Answer answer = attempt(job);
      if (answer.loss() instanceof BroodException loss) {
        boolean again = job.mayBeRetried(loss) && !job.isOverdue();
        job.lostBy(here, loss);
        if (again) {
          continue;
        }
      }
      job.settle(answer);
      job.released();
      return;
    }
  }

  private static Optional<Duration> remaining(Job job) {
    Limits limits = job.limits();
    return limits == null
        ? Optional.empty()
        : limits.answerBy().map(time -> Duration.ofNanos(time - System.nanoTime()));
  }

  private Answer attempt(Job job) {
    Limits limits = job.limits();
    Optional<Duration> left = remaining(job);
    if (limits != null && limits.deadline() != null && limits.isOver()) {
      return Answer.lost(Timeouts.deadline(job, limits.deadline(), "was not begun", NAME, null));
    }
    Watch watch = new Watch(job, Thread.currentThread());
    if (limits != null && limits.timeout() != null) {
      watch.interruptAfter(limits.timeout(), false);
    }
    left.ifPresent(time -> watch.interruptAfter(time, true));
    Payload envelope = invoke(job);
    BroodException overdue = watch.end();
    if (overdue == null && limits != null && limits.deadline() != null && limits.isOver()) {
      overdue = Timeouts.deadline(job, limits.deadline(), "was answered too late", NAME, null);
    }
    return overdue == null ? Answer.of(envelope, here) : Answer.lost(overdue);
  }

  /** Whatever the call leaves of itself on this thread is no business of the caller. */
  private Payload invoke(Job job) {
    Thread thread = Thread.currentThread();
    boolean interrupted = Thread.interrupted();
    ClassLoader loader = thread.getContextClassLoader();
    CallContext before = CurrentCall.set(new Context(job));
    ContextCarrier.Scope scope = Carriers.restore(job.context());
    try {
      return job.folded().isEmpty()
          ? call(new Part(job.target(), job.arguments()))
          : Fold.run(
              job.folded().size(),
              i -> call(job.folded().get(i)),
              arguments -> call(new Part(job.target(), arguments)));
    } finally {
      scope.close();
      CurrentCall.set(before);
      thread.setContextClassLoader(loader);
      if (interrupted) {
        thread.interrupt();
      }
    }
  }

  private Payload call(Part part) {
    Target target = part.target();
    return target.service() == null
        ? Invoker.invoke(table(target.table()), target.index(), part.arguments())
        : Invoker.invoke(instance(target.service()), target.index(), part.arguments());
  }

  private static EntryPoints table(TableRef ref) {
    if (ref.table() == null) {
      throw new IllegalArgumentException(ref.className() + " is not known here");
    }
    return ref.table();
  }

  private Instance instance(ServiceRef service) {
    synchronized (services) {
      Instance instance = services.get(service.key());
      if (instance == null) {
        instance = new Instance(table(service.table()), service.constructor(), service.arguments());
        services.put(service.key(), instance);
      }
      return instance;
    }
  }

  private void forget(WeakBook.Entry<Instance> service) {
    boolean open;
    synchronized (services) {
      open = services.remove(service);
    }
    if (open) {
      service.value().close();
    }
  }

  /** The call that this thread runs. */
  private final class Context implements CallContext {
    private final Job job;

    Context(Job job) {
      this.job = job;
    }

    @Override
    public Pool pool() {
      if (pool == null) {
        throw new IllegalStateException("the pool is not complete yet");
      }
      return pool;
    }

    @Override
    public String method() {
      return job.target().method();
    }

    @Override
    public String worker() {
      return NAME;
    }

    @Override
    public int depth() {
      return job.depth();
    }

    @Override
    public Optional<Duration> remaining() {
      return InlineEngine.remaining(job);
    }
  }

  /** Interrupts a thread that takes too long with one attempt. */
  private final class Watch {
    private final Job job;
    private final Thread thread;
    private @Nullable Future<?> attempt;
    private @Nullable Future<?> whole;
    private @Nullable BroodException overdue;
    private boolean ended;

    Watch(Job job, Thread thread) {
      this.job = job;
      this.thread = thread;
    }

    synchronized void interruptAfter(Duration time, boolean deadline) {
      Future<?> later =
          timer.after(time.toNanos(), TimeUnit.NANOSECONDS, () -> interrupt(deadline));
      if (deadline) {
        whole = later;
      } else {
        attempt = later;
      }
    }

    private synchronized void interrupt(boolean deadline) {
      Limits limits = job.limits();
      if (ended || overdue != null || limits == null) {
        return;
      }
      WorkerStack stack = new WorkerStack(NAME, thread.getStackTrace());
      Duration limit = deadline ? limits.deadline() : limits.timeout();
      Duration told = limit == null ? Duration.ZERO : limit;
      overdue =
          deadline
              ? Timeouts.deadline(job, told, "was running", NAME, stack)
              : Timeouts.execution(job, told, NAME, NAME, stack);
      thread.interrupt();
    }

    /** The attempt has ended. Tells what is to be said of it if it was overdue. */
    @SuppressWarnings("Interruption") // the flag is cleared on purpose
    synchronized @Nullable BroodException end() {
      ended = true;
      if (attempt != null) {
        attempt.cancel(false);
      }
      if (whole != null) {
        whole.cancel(false);
      }
      if (overdue != null) {
        Thread.interrupted();
      }
      return overdue;
    }
  }

  // ---- there is nothing to take back or to end ----

  @Override
  public boolean withdraw(Job job) {
    return false; // it has run before anybody could ask
  }

  @Override
  public void cancel(List<? extends Job> jobs) {
    jobs.forEach(Job::abandon);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void resize(int workers) {}

  @Override
  public void shutdown() {
    synchronized (this) {
      closed = true;
      if (!isTerminated()) {
        return;
      }
      notifyAll();
    }
    closeServices();
  }

  @Override
  public List<Job> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public synchronized boolean isShutdown() {
    return closed;
  }

  private boolean isTerminated() {
    return closed && running == 0;
  }

  @Override
  public synchronized boolean awaitTermination(long nanos) throws InterruptedException {
    long since = System.nanoTime();
    while (!isTerminated()) {
      long left = nanos - (System.nanoTime() - since);
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  private void closeServices() {
    timer.close();
    List<Instance> all;
    synchronized (services) {
      all = services.entries().stream().map(WeakBook.Entry::value).toList();
      services.clear();
    }
    all.forEach(Instance::close);
  }
}
