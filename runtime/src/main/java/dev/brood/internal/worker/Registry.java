package dev.brood.internal.worker;

import dev.brood.WireException;
import dev.brood.internal.call.Fold;
import dev.brood.internal.call.Instance;
import dev.brood.internal.call.Invoker;
import dev.brood.internal.call.Run;
import dev.brood.internal.channel.Frame;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;
import dev.brood.wire.PieceStock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the pool has introduced to this worker, by number: tables of entry points, and services. An
 * introduction that fails is remembered, and told by each call that relies on it.
 */
final class Registry {
  private static final String UNKNOWN = "a method that is not known here";

  private final Environment environment;
  private final PieceStock stock;
  private final Map<Integer, EntryPoints> tables = new ConcurrentHashMap<>();
  private final Map<Integer, WireException> failures = new HashMap<>();
  private final Map<Integer, Integer> tablesOfServices = new ConcurrentHashMap<>();
  private final Map<Integer, Instance> services = new LinkedHashMap<>();
  private boolean outOfMemory;

  Registry(Environment environment, PieceStock stock) {
    this.environment = environment;
    this.stock = stock;
  }

  void addTable(Frame frame) {
    try {
      tables.put(frame.table(), environment.table(frame));
    } catch (WireException e) {
      failures.put(frame.table(), e);
    }
  }

  void addService(Frame frame) {
    int tableNumber = (int) frame.sequence();
    tablesOfServices.put(frame.table(), tableNumber);
    EntryPoints table = tables.get(tableNumber);
    if (table != null) {
      services.put(frame.table(), new Instance(table, frame.method(), frame.body()));
    }
  }

  /** Closes the object of a service, and keeps nothing of it. */
  void forget(int service) {
    tablesOfServices.remove(service);
    Instance instance = services.remove(service);
    if (instance != null) {
      instance.close();
    }
  }

  /** Runs a call. */
  Payload call(Frame frame) {
    return envelope(frame, new Run(frame.body(), stock));
  }

  /**
   * Runs calls and combines their results, which are all needed until then.
   *
   * @param combine without arguments
   */
  Payload fold(List<Frame> parts, Frame combine) {
    return Fold.run(
        parts.size(),
        i -> envelope(parts.get(i), new Run(parts.get(i).body())),
        arguments -> envelope(combine, new Run(arguments)));
  }

  private Payload envelope(Frame frame, Run run) {
    run(frame, run);
    return run.takeEnvelope();
  }

  /** Whether a call has failed because there was no memory left. */
  boolean isOutOfMemory() {
    return outOfMemory;
  }

  /** Runs a call whose arguments have been prepared; the envelope is there. */
  void run(Frame frame, Run run) {
    invoke(frame, run);
    outOfMemory |= run.isOutOfMemory();
  }

  private void invoke(Frame frame, Run run) {
    if (!frame.kind().isOfService()) {
      EntryPoints table = tables.get(frame.table());
      if (table != null) {
        Invoker.invoke(table, frame.method(), run);
      } else {
        Invoker.notFound(whyNot(frame.table()), run);
      }
      return;
    }
    Instance instance = services.get(frame.table());
    if (instance != null) {
      Invoker.invoke(instance, frame.method(), run);
    } else {
      Invoker.notFound(whyNot(tablesOfServices.getOrDefault(frame.table(), -1)), run);
    }
  }

  private WireException whyNot(int table) {
    WireException failure = failures.get(table);
    return failure != null ? failure : new WireException("no table " + table + " is known");
  }

  /** The name of the method that a call calls. Any thread of the call's may ask. */
  String method(Frame call) {
    Integer number =
        call.kind().isOfService() ? tablesOfServices.get(call.table()) : (Integer) call.table();
    EntryPoints table = number == null ? null : tables.get(number);
    return table == null ? UNKNOWN : table.method(call.method());
  }

  /** Closes the objects of all services, the newest first. */
  void closeServices() {
    Deque<Instance> newestFirst = new ArrayDeque<>();
    services.values().forEach(newestFirst::addFirst);
    newestFirst.forEach(Instance::close);
  }
}
