/** A JUnit extension for tests of code that uses Brood. */
module dev.brood.junit {
  requires static org.jspecify;
  requires transitive dev.brood.runtime;
  requires transitive org.junit.jupiter.api;

  exports dev.brood.junit;
}
