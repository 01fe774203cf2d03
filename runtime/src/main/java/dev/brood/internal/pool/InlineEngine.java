package dev.brood.internal.pool;

import dev.brood.internal.call.Instance;
import dev.brood.internal.call.Invoker;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireService;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;

/** Runs each job at once on the thread that submits it. */
final class InlineEngine implements Engine {
  private static final StackTraceElement HERE =
      new StackTraceElement("brood.inline", "run", null, -1);

  private final ConcurrentMap<WireService<?>, Instance> services = new ConcurrentHashMap<>();
  private volatile boolean closed;

  @Override
  public void submit(List<? extends Job> jobs) {
    if (closed) {
      throw new RejectedExecutionException("the inline pool is closed");
    }
    for (Job job : jobs) {
      job.settle(Answer.of(run(job.call(), job.arguments()), HERE));
    }
  }

  private Payload run(WireCall<?> call, Payload arguments) {
    WireService<?> service = call.service();
    return service == null
        ? Invoker.invoke(call.entryPoints(), call.index(), arguments)
        : Invoker.invoke(instance(service), call.index(), arguments);
  }

  private Instance instance(WireService<?> service) {
    return services.computeIfAbsent(
        service, s -> new Instance(s.entryPoints(), s.index(), s.arguments()));
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
  public void close() {
    closed = true;
    services.values().forEach(Instance::close);
    services.clear();
  }
}
