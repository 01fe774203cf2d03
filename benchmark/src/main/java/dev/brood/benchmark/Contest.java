package dev.brood.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several ways to do the same work, measured in turn and repeatedly, so that noise hits all of them
 * alike. Each round begins with another way: none always comes after the same one.
 */
final class Contest {
  private final Plan plan;
  private final Map<String, Turn> turns = new LinkedHashMap<>();
  private final Map<String, String> absent = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();

  Contest(Plan plan) {
    this.plan = plan;
  }

  /** Enters a way. */
  Contest way(String name, Turn turn) {
    names.add(name);
    turns.put(name, turn);
    return this;
  }

  /** Names a way that cannot be measured here. */
  Contest without(String name, String reason) {
    names.add(name);
    absent.put(name, reason);
    return this;
  }

  /** Measures, after each way has been warmed up, if the plan has time for that. */
  Results run() throws Exception {
    if (!plan.warmUp().isZero()) {
      for (String name : turns.keySet()) {
        take(name, plan.warmUp());
      }
    }
    return runCold();
  }

  /** Measures without warming up, because each turn begins anew. */
  Results runCold() throws Exception {
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    List<String> order = List.copyOf(turns.keySet());
    for (int round = 0; round < plan.rounds(); round++) {
      for (int i = 0; i < order.size(); i++) {
        String name = order.get((round + i) % order.size());
        samples.computeIfAbsent(name, n -> new ArrayList<>()).add(take(name, plan.turn()));
      }
    }
    return new Results(names, samples, absent);
  }

  private Sample take(String name, Duration atLeast) throws Exception {
    Turn turn = turns.get(name);
    if (turn == null) {
      throw new IllegalArgumentException(name);
    }
    try {
      return turn.take(atLeast);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(name + ": " + e, e);
    }
  }
}
