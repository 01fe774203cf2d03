package dev.brood.internal.channel;

/** Wakes the other side of a channel where it sleeps. */
public interface Bell {
  /** Rings. It is a hint: to ring for somebody who is awake does no harm. Thread-safe. */
  void ring();
}
