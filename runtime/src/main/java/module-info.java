/** What users of Brood and generated code call. */
module dev.brood.runtime {
  requires static org.jspecify;

  exports dev.brood;
  exports dev.brood.wire;

  uses dev.brood.ContextCarrier;
}
