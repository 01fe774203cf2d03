/** What users of Brood and generated code call. */
module dev.brood.runtime {
  requires static org.jspecify;
  requires static java.management; // knows options of this JVM that nobody else tells

  exports dev.brood;
  exports dev.brood.wire;

  uses dev.brood.ContextCarrier;
}
