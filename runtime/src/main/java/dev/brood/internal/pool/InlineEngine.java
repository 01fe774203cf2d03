package dev.brood.internal.pool;

import dev.brood.internal.call.Instance;
import dev.brood.internal.call.Invoker;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;

/** Runs each job at once on the thread that submits it. */
final class InlineEngine implements Engine {
  private static final StackTraceElement HERE =
      new StackTraceElement("brood.inline", "run", null, -1);

  private final ConcurrentMap<ServiceRef, Instance> services = new ConcurrentHashMap<>();
  private volatile boolean closed;

  @Override
  public void submit(List<? extends Job> jobs) {
    if (closed) {
      throw new RejectedExecutionException("the inline pool is closed");
    }
    for (Job job : jobs) {
      job.settle(Answer.of(run(job), HERE));
    }
  }

  private Payload run(Job job) {
    Target target = job.target();
    return target.service() == null
        ? Invoker.invoke(table(target.table()), target.index(), job.arguments())
        : Invoker.invoke(instance(target.service()), target.index(), job.arguments());
  }

  private static EntryPoints table(TableRef ref) {
    if (ref.table() == null) {
      throw new IllegalArgumentException(ref.className() + " is not known here");
    }
    return ref.table();
  }

  private Instance instance(ServiceRef service) {
    return services.computeIfAbsent(
        service, s -> new Instance(table(s.table()), s.constructor(), s.arguments()));
  }

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
  public boolean isShutdown() {
    return closed;
  }

  @Override
  public List<Job> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public boolean awaitTermination(long nanos) {
    return closed;
  }

  @Override
  public void shutdown() {
    closed = true;
    services.values().forEach(Instance::close);
    services.clear();
  }
}
