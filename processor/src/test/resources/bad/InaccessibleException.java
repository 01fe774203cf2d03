package bad;

import dev.brood.Parallel;

final class InaccessibleException {
  private static final class Hidden extends Exception {
    private static final long serialVersionUID = 1L;
  }

  final class Inner extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Parallel
  static void hidden() throws Hidden, Inner {}
  //          ^ BROOD-252: hidden() throws bad.InaccessibleException.Hidden, which generated code in the package bad cannot name. Make it, and every type around it, static and package-private or wider; public if it stands in another package.
  //          ^ BROOD-252: hidden() throws bad.InaccessibleException.Inner, which generated code in the package bad cannot name. Make it, and every type around it, static and package-private or wider; public if it stands in another package.
}
