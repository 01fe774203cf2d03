package dev.brood.internal.worker;

import dev.brood.WireException;
import dev.brood.internal.call.Instance;
import dev.brood.internal.call.Invoker;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.Tables;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the pool has introduced to this worker, by number: tables of entry points, and services. An
 * introduction that fails is remembered, and told by each call that relies on it.
 */
final class Registry {
  private final ClassLoader loader;
  private final Map<Integer, EntryPoints> tables = new HashMap<>();
  private final Map<Integer, WireException> failures = new HashMap<>();
  private final Map<Integer, Integer> tablesOfServices = new HashMap<>();
  private final Map<Integer, Instance> services = new LinkedHashMap<>();

  Registry(ClassLoader loader) {
    this.loader = loader;
  }

  void addTable(Frame frame) {
    try {
      tables.put(frame.table(), Tables.load(frame, loader));
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

  Payload call(Frame frame) {
    EntryPoints table = tables.get(frame.table());
    return table != null
        ? Invoker.invoke(table, frame.method(), frame.body())
        : Invoker.notFound(whyNot(frame.table()));
  }

  Payload callService(Frame frame) {
    Instance instance = services.get(frame.table());
    return instance != null
        ? Invoker.invoke(instance, frame.method(), frame.body())
        : Invoker.notFound(whyNot(tablesOfServices.getOrDefault(frame.table(), -1)));
  }

  private WireException whyNot(int table) {
    WireException failure = failures.get(table);
    return failure != null ? failure : new WireException("no table " + table + " is known");
  }

  /** Closes the objects of all services, the newest first. */
  void closeServices() {
    Deque<Instance> newestFirst = new ArrayDeque<>();
    services.values().forEach(newestFirst::addFirst);
    newestFirst.forEach(Instance::close);
  }
}
