package dev.brood;

/** How a call is to be run. */
public final class CallOptions {
  private static final CallOptions NONE = new CallOptions();

  private CallOptions() {}

  /** Options that change nothing. */
  public static CallOptions none() {
    return NONE;
  }
}
