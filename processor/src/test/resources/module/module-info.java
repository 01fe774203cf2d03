/** Opens nothing and exports nothing. */
module program {
  requires dev.brood.runtime;
}
