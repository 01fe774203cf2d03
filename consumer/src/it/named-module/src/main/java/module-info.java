module shop {
  requires dev.brood.runtime;
}
