package dev.brood.internal.pool;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * What the timer is to do about one job, at most one thing for each of its limits. When the job is
 * over the timer forgets it, and with it the job's arguments. Thread-safe.
 */
final class Alarms {
  /** What an alarm is for. */
  enum Limit {
    BEGIN,
    ANSWER,
    ATTEMPT
  }

  private final Map<Limit, Future<?>> alarms = new EnumMap<>(Limit.class);
  private boolean off;

  /** Takes the place of the alarm that there was for that limit. */
  void set(Limit limit, Future<?> alarm) {
    Future<?> vain;
    synchronized (this) {
      vain = off ? alarm : alarms.put(limit, alarm);
    }
    if (vain != null) {
      vain.cancel(false);
    }
  }

  /** The job is over. */
  void off() {
    List<Future<?>> vain;
    synchronized (this) {
      off = true;
      vain = new ArrayList<>(alarms.values());
      alarms.clear();
    }
    vain.forEach(alarm -> alarm.cancel(false));
  }
}
