package dev.brood.example.readme;

import dev.brood.Parallel;

/** Tells which request it works for. */
final class Requests {
  private Requests() {}

  @Parallel
  static String request() {
    return "for " + RequestContext.REQUEST.get();
  }
}
