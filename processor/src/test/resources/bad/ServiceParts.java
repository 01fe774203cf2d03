package bad;

import dev.brood.Parallel;

final class ServiceParts {
  @Parallel
  static class Generic<T> {
  //     ^ BROOD-113: ServiceParts.Generic has type parameters, and how a value travels is decided at compile time. Extend it with concrete type arguments, and put @Parallel there.
    void run() {}
  }

  @Parallel
  abstract static class Abstract {
  //              ^ BROOD-114: ServiceParts.Abstract is abstract, so a worker cannot create one. Name the class that it shall create: @Parallel(implementation = ….class).
    void run() {}
  }

  @Parallel
  interface Bare {
//^ BROOD-114: ServiceParts.Bare is an interface, so a worker cannot create one. Name the class that it shall create: @Parallel(implementation = ….class).
    void run();
  }

  @Parallel
  static class Closed {
  //     ^ BROOD-117: ServiceParts.Closed has no constructor that generated code in the package bad can call. Make one package-private, or wider; public if the class stands in another package.
    private Closed() {}

    void run() {}
  }

  @Parallel
  static class Empty implements AutoCloseable {
  //     ^ BROOD-118: ServiceParts.Empty has no method to call in a worker. Give it an instance method that is package-private or public, or put @Parallel on its static methods instead.
    private void run() {}

    protected void forHeirs() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return "";
    }
  }

  @Parallel
  class Inner {
//^ BROOD-106: ServiceParts.Inner is an inner class, bound to an instance of the class around it. Make it static.
    void run() {}
  }

  @Parallel(implementation = Only.class)
  sealed interface Sealed permits Only {
  //     ^ BROOD-119: ServiceParts.Sealed is sealed, so no proxy can stand in for it. Make it non-sealed, or put @Parallel on the class that implements it.
    void run();
  }

  static final class Only implements Sealed {
    @Override
    public void run() {}
  }
}
