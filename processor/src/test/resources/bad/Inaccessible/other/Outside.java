package bad.other;

public record Outside(Hidden hidden, Kind kind) {
  //                         ^ BROOD-215: Outside.hidden: bad.other.Outside.Hidden cannot travel: generated code in the package bad cannot name it. Make it, and every type around it, package-private or wider; public if it stands in another package.
  //                                      ^ BROOD-215: Outside.kind: bad.other.Outside.Kind cannot travel: generated code in the package bad cannot name it. Make it, and every type around it, package-private or wider; public if it stands in another package.
  record Hidden(int x) {}

  protected enum Kind {
    ONE
  }
}
