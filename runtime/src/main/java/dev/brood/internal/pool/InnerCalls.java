package dev.brood.internal.pool;

import dev.brood.internal.call.Losses;
import dev.brood.internal.call.Terms;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.internal.channel.Tables;
import dev.brood.wire.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The calls that the call which a worker is running has made: jobs like any others, but they end
 * with the one that has made them. In a child JVM they come as frames, whose tables and services
 * the worker numbers for itself; this process hands them on without knowing their classes. A thread
 * submits them itself.
 *
 * <p>Concurrency: frames are accepted by the worker's collector only; {@link #open} may be touched
 * by any thread. It tells by which call each job was made: a thread may have begun with its next
 * call, and have that make jobs, before the collector learns that the one before it has ended.
 */
final class InnerCalls {
  /** So many tables, and services, a worker may introduce. */
  private static final int MAX_INTRODUCED = 1 << 16;

  /** A table, with the name of its class, has no more bytes than that. */
  private static final int MAX_NAME = 1 << 17;

  /** So many calls may be open at a time, or belong together. */
  private static final int MAX_OPEN = 1 << 16;

  /** What this process keeps of a call, a table, a service or an entry of a context besides. */
  private static final int OVERHEAD = 128;

  /**
   * So many bytes may be kept here: of arguments of open calls and of services, of what goes with
   * calls, and of names; but for a single one of these. It is far more than honest workers have:
   * what they submit is bounded with all that is queued, and their operations on many calls bound
   * themselves.
   */
  private static final long MAX_OPEN_BYTES =
      Math.max(64 << 20, Runtime.getRuntime().maxMemory() / 4);

  private static final long LITTLE = 1 << 20;

  /** Takes the jobs that calls make, and ends them. */
  interface Submitter {
    /**
     * Takes jobs made by a call that a worker is running.
     *
     * @param maker the number of that call
     * @throws RejectedExecutionException if the pool or that call has ended, or if they are too
     *     many or too deep
     */
    void submitInner(WorkerHandle worker, long maker, List<? extends Job> jobs);

    /**
     * The call that a worker is running {@linkplain #isBlocking waits} for jobs, or has done so.
     */
    void blockedOrNot(WorkerHandle worker);

    /** Ends jobs whose answers nobody awaits. */
    void cancel(List<? extends Job> jobs);

    /** Ends jobs, and answers them. */
    void end(List<? extends Job> jobs);
  }

  private final WorkerHandle worker;
  private final Submitter submitter;
  private final Numbers numbers;
  private final Map<Job, Long> open = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  private final Map<Integer, TableRef> tables = new HashMap<>();
  private final Map<Integer, Service> services = new HashMap<>();
  private final Map<Long, InnerJob> bySequence = new ConcurrentHashMap<>();
  private final AtomicLong openBytes = new AtomicLong();
  private With next = With.NOTHING;

  /** Calls that belong together and have not all arrived. */
  private @Nullable Fold fold;

  /** What goes with a call, and how many bytes are kept for it. */
  private record With(Terms terms, long bytes) {
    static final With NOTHING = new With(Terms.NONE, 0);

    static With of(Frame frame) {
      Terms terms = Terms.read(frame.body());
      long entries = terms.context().size();
      for (Map<String, String> ofCarrier : terms.context().values()) {
        entries += ofCarrier.size();
      }
      return new With(terms, frame.body().size() + OVERHEAD * (1 + entries));
    }
  }

  /**
   * A service, whose arguments are kept as long as the worker may call it, and until all calls of
   * it have been answered.
   *
   * @param users those calls, and the worker until it forgets the service
   */
  private record Service(ServiceRef ref, AtomicInteger users) {}

  /** So many calls of one number, the last of which combines the results of the others. */
  private record Fold(
      long sequence, int calls, With with, List<Part> parts, List<Service> services) {
    Fold(long sequence, int calls, With with) {
      this(sequence, calls, with, new ArrayList<>(), new ArrayList<>());
    }
  }

  InnerCalls(WorkerHandle worker, Submitter submitter, Numbers numbers) {
    this.worker = worker;
    this.submitter = submitter;
    this.numbers = numbers;
  }

  /** A job is about to be submitted by the call with that number. */
  void add(Job job, long maker) {
    open.put(job, maker);
    if (count.getAndIncrement() == 0) {
      submitter.blockedOrNot(worker);
    }
  }

  /** A job was released. */
  void remove(Job job) {
    if (open.remove(job) != null && count.decrementAndGet() == 0) {
      submitter.blockedOrNot(worker);
    }
  }

  /** Whether any is open. */
  boolean isBlocking() {
    return count.get() > 0;
  }

  /** The call with that number has ended, or is not wanted any more. */
  void endOf(long maker) {
    endOf(maker, 1);
  }

  /** So many calls have ended, from the one with that number on. */
  void endOf(long first, int calls) {
    if (open.isEmpty()) {
      return;
    }
    List<Job> theirs = new ArrayList<>();
    open.forEach(
        (job, maker) -> {
          if (maker >= first && maker - first < calls) {
            theirs.add(job);
          }
        });
    end(theirs);
  }

  /** The worker has ended. Called by the collector. */
  void endAll() {
    services.clear(); // nobody else can call them
    tables.clear();
    next = With.NOTHING;
    fold = null;
    end(List.copyOf(open.keySet()));
  }

  private void end(List<Job> jobs) {
    if (!jobs.isEmpty()) {
      submitter.end(jobs);
    }
  }

  /**
   * Takes a frame from the worker.
   *
   * @param origin the job that the worker is running; null if there is none
   */
  void accept(Frame frame, InFlight.@Nullable Sent origin) throws ProtocolException {
    switch (frame.kind()) {
      case TABLE -> addTable(frame);
      case SERVICE -> addService(frame);
      case FORGET -> {
        Service forgotten = services.remove(frame.table());
        if (forgotten == null) {
          throw noService(frame);
        }
        letGo(forgotten);
      }
      case TERMS -> {
        openBytes.addAndGet(-next.bytes());
        next = With.of(frame);
        openBytes.addAndGet(next.bytes()); // if that is too much, the call is rejected
      }
      case FOLD -> {
        bound(frame.table(), "calls that belong together");
        if (fold != null) {
          throw new ProtocolException("not all calls have come that belong together");
        }
        fold = new Fold(frame.sequence(), frame.table(), takeNext());
      }
      case CALL -> accept(frame, table(frame.table()), null, origin);
      case SERVICE_CALL -> {
        Service service = services.get(frame.table());
        if (service == null) {
          throw noService(frame);
        }
        accept(frame, service.ref().table(), service, origin);
      }
      case CANCEL -> {
        InnerJob job = bySequence.get(frame.sequence());
        if (job != null && !job.isSettled()) { // or it has been cancelled before
          submitter.cancel(List.of(job));
        }
      }
      default -> throw new ProtocolException("a worker does not send " + frame.kind());
    }
  }

  private static void bound(int count, String what) throws ProtocolException {
    if (count > MAX_INTRODUCED) {
      throw new ProtocolException(count + " " + what + " are too many");
    }
  }

  private void addService(Frame frame) throws ProtocolException {
    bound(services.size() + 1, "services");
    ServiceRef service =
        new ServiceRef(new Object(), table((int) frame.sequence()), frame.method(), frame.body());
    if (services.putIfAbsent(frame.table(), new Service(service, new AtomicInteger(1))) != null) {
      throw new ProtocolException("there is a service " + frame.table() + " already");
    }
    keep(bytes(service));
  }

  private static long bytes(ServiceRef service) {
    return service.arguments().size() + OVERHEAD;
  }

  private static long bytes(Part part) {
    return part.arguments().size() + OVERHEAD;
  }

  /** The worker has forgotten a service, or a call of it has been answered. */
  private void letGo(Service service) {
    if (service.users().decrementAndGet() == 0) {
      openBytes.addAndGet(-bytes(service.ref()));
    }
  }

  /** So many bytes of the worker's are kept until something else is forgotten, or its end. */
  private void keep(long bytes) throws ProtocolException {
    long all = openBytes.addAndGet(bytes);
    if (areTooMany(all, bytes)) {
      throw new ProtocolException(all + " bytes of open calls, services and names are too many");
    }
  }

  /** A single large one is not too much, beside little else. */
  private static boolean areTooMany(long all, long own) {
    return all > MAX_OPEN_BYTES && all - own > LITTLE;
  }

  private static ProtocolException noService(Frame frame) {
    return new ProtocolException("there is no service " + frame.table());
  }

  private void addTable(Frame frame) throws ProtocolException {
    bound(tables.size() + 1, "tables");
    if (frame.body().size() > MAX_NAME) {
      throw new ProtocolException("a class has a name of " + frame.body().size() + " bytes");
    }
    Tables.Introduced table = Tables.read(frame);
    TableRef known = new TableRef(table.className(), table.fingerprint(), null);
    if (tables.putIfAbsent(frame.table(), known) != null) {
      throw new ProtocolException("there is a table " + frame.table() + " already");
    }
    keep(frame.body().size() + OVERHEAD);
  }

  private TableRef table(int number) throws ProtocolException {
    TableRef table = tables.get(number);
    if (table == null) {
      throw new ProtocolException("there is no table " + number);
    }
    return table;
  }

  private void accept(
      Frame frame, TableRef table, @Nullable Service service, InFlight.@Nullable Sent origin)
      throws ProtocolException {
    Fold whole = fold;
    With with = whole == null ? takeNext() : whole.with();
    Target target =
        new Target(
            table,
            frame.method(),
            service == null ? null : service.ref(),
            with.terms().method(),
            with.terms().idempotent());
    Part part = new Part(target, frame.body());
    if (service != null) {
      service.users().incrementAndGet();
    }
    if (whole == null) {
      List<Service> used = service == null ? List.of() : List.of(service);
      submit(frame.sequence(), part, List.of(), with, used, origin);
      return;
    }
    if (service != null) {
      whole.services().add(service);
    }
    if (frame.sequence() != whole.sequence()) {
      throw new ProtocolException(
          "call " + frame.sequence() + " does not belong to " + whole.sequence());
    } else if (whole.parts().size() < whole.calls() - 1) {
      keep(bytes(part));
      whole.parts().add(part);
    } else {
      fold = null;
      submit(whole.sequence(), part, whole.parts(), with, whole.services(), origin);
    }
  }

  private With takeNext() {
    With taken = next;
    next = With.NOTHING;
    return taken;
  }

  private void submit(
      long sequence,
      Part part,
      List<Part> folded,
      With with,
      List<Service> used,
      InFlight.@Nullable Sent origin)
      throws ProtocolException {
    InnerJob job =
        new InnerJob(
            sequence, part, folded, with, used, (origin == null ? 0 : origin.job().depth()) + 1);
    if (bySequence.putIfAbsent(sequence, job) != null) {
      throw new ProtocolException("there is a call " + sequence + " already");
    }
    long bytes = openBytes.addAndGet(bytes(part)); // all else has been kept before
    try {
      if (origin == null) {
        throw new RejectedExecutionException(
            with.terms().method() + " was called after the call that made it had ended");
      }
      if (bySequence.size() > MAX_OPEN || areTooMany(bytes, job.bytes)) {
        throw new RejectedExecutionException(
            with.terms().method()
                + " is one of too many open calls that "
                + worker
                + " has made: "
                + bySequence.size()
                + ", with "
                + bytes
                + " bytes of arguments and context");
      }
      if (!areAdmitted(folded) || !areAdmitted(List.of(part))) {
        throw new RejectedExecutionException(
            with.terms().method() + " is of one of too many classes that workers have named");
      }
      submitter.submitInner(worker, origin.sequence(), List.of(job));
    } catch (RejectedExecutionException e) {
      job.settle(Answer.lost(e));
    }
  }

  private boolean areAdmitted(List<Part> parts) {
    return parts.stream().allMatch(part -> numbers.admit(part.target().table()));
  }

  /** A job whose answer goes back to the worker. */
  private final class InnerJob extends Job {
    private final long sequence;
    private final boolean counted;

    private final List<Service> used;

    /** So many are kept for it, besides those of services. */
    private final long bytes;

    InnerJob(
        long sequence, Part part, List<Part> folded, With with, List<Service> used, int depth) {
      super(part, folded, with.terms().options(), depth, with.terms().context());
      this.sequence = sequence;
      this.counted = with.terms().counted();
      this.used = used;
      this.bytes = size() + OVERHEAD * (1L + folded.size()) + with.bytes();
    }

    @Override
    boolean isCounted() {
      return counted;
    }

    private void strikeOut() {
      if (bySequence.remove(sequence, this)) {
        openBytes.addAndGet(-bytes);
        used.forEach(InnerCalls.this::letGo);
      }
    }

    @Override
    void publish(Answer answer) {
      strikeOut();
      Payload envelope = answer.envelope();
      Throwable loss = answer.loss();
      worker.send(
          envelope != null
              ? Frame.outcome(sequence, envelope)
              : Frame.loss(sequence, Losses.write(loss == null ? new AssertionError() : loss)),
          MAX_OPEN_BYTES);
    }

    @Override
    void released() {
      strikeOut();
    }
  }
}
