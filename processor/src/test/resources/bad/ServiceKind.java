package bad;

import dev.brood.Parallel;

final class ServiceKind {
  @Parallel
  record Point(int x) {}
//^ BROOD-112: ServiceKind.Point is a record, and cannot be a service: its values travel, and belong to no worker. Put @Parallel on its methods instead.

  @Parallel
  enum Color {
//^ BROOD-112: ServiceKind.Color is an enum, and cannot be a service: its values travel, and belong to no worker. Put @Parallel on its methods instead.
    RED
  }

  @Parallel
  @interface Marker {}
 //^ BROOD-112: ServiceKind.Marker is an annotation, and cannot be a service: its values travel, and belong to no worker. Put @Parallel on its methods instead.
}
