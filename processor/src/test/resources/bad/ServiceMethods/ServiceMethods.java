package bad;

import dev.brood.Parallel;
import java.util.List;
import java.util.function.Supplier;

@Parallel
final class ServiceMethods extends Base
  //  ^ BROOD-211: Base.read(List<java.io.InputStream>), inherited[]: java.io.InputStream cannot travel: what is open belongs to the process that has opened it. Pass a path or an address as a String, and open it in the method.
    implements Store<Thread>, Supplier<Object> {
  record Holder(Thread thread) {}
  //                   ^ BROOD-212: Holder.thread: java.lang.Thread cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.

  ServiceMethods(int size, Object anything) {}
  //                              ^ BROOD-207: anything: java.lang.Object cannot travel: it may be anything. Declare the type that is meant; where there are several, a method for each.

  @Override
  public List<Thread> all(Holder holder) {
  //                  ^ BROOD-212: result[]: java.lang.Thread cannot travel: threads, executors and locks belong to one process. Leave it out, or create it in the method.
    return List.of();
  }

  @Override
  public <V> V convert(V value) {
  //           ^ BROOD-104: convert(V) has type variables (V) that no bound fixes, and how a value travels is decided at compile time. Give each a single bound that is a record, an enum, a final class or a sealed type; or declare the method with concrete types, once for each that is needed.
    return value;
  }

  @Override
  public Object get() {
  //            ^ BROOD-207: result: java.lang.Object cannot travel: it may be anything. Declare the type that is meant; where there are several, a method for each.
    return this;
  }

  @Parallel
  private void hidden() {}
  //           ^ BROOD-101: hidden() is private, so ServiceMethodsParallel cannot call it. Make it package-private, or wider.

  @Parallel
  @Override
  public String toString() {
  //            ^ BROOD-107: toString() looks like a method of java.lang.Object, so the generated proxies cannot declare it. Rename it.
    return "";
  }
}
