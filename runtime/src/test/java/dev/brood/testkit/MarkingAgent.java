package dev.brood.testkit;

/** An agent of which one can see whether it is there. */
public final class MarkingAgent {
  private MarkingAgent() {}

  /** Leaves a mark. */
  public static void premain(String arguments) {
    System.setProperty("agent", "is here");
  }
}
