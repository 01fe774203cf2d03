package dev.brood.example;

/**
 * An example that can be run by its name.
 *
 * @param name what to type
 * @param lesson what it teaches, in one line
 * @param main what runs
 */
record Program(String name, String lesson, Main main) {

  /** A {@code main} method. */
  @FunctionalInterface
  interface Main {
    /** Runs the program; it has failed if this throws. */
    void run(String... arguments) throws Exception;
  }
}
