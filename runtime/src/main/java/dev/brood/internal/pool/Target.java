package dev.brood.internal.pool;

import dev.brood.wire.WireCall;
import dev.brood.wire.WireService;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Which method a job runs.
 *
 * @param table holds the method
 * @param index the method's place in the table
 * @param service whose method it is; null for a static one
 * @param method the method in words, for messages
 * @param idempotent whether it may be run again after it may have started
 */
record Target(
    TableRef table, int index, @Nullable ServiceRef service, String method, boolean idempotent) {

  /** The targets of the static methods of each table, made when first wanted. */
  private static final ClassValue<ConcurrentMap<Integer, Target>> STATIC =
      new ClassValue<>() {
        @Override
        protected ConcurrentMap<Integer, Target> computeValue(Class<?> table) {
          return new ConcurrentHashMap<>();
        }
      };

  /**
   * The static target that was wanted last, which very often is the next one too. It must not keep
   * the user's classes.
   */
  private static volatile WeakReference<@Nullable Target> last = new WeakReference<>(null);

  @SuppressWarnings("ReferenceEquality") // the very table
  static Target of(WireCall<?> call) {
    WireService<?> service = call.service();
    if (service != null) {
      return of(call, ServiceRef.of(service));
    }
    Target before = last.get();
    if (before != null
        && before.index() == call.index()
        && before.table().table() == call.entryPoints()) {
      return before;
    }
    Target target = known(call);
    last = new WeakReference<>(target);
    return target;
  }

  @SuppressWarnings("ReferenceEquality") // the very table
  private static Target known(WireCall<?> call) {
    ConcurrentMap<Integer, Target> known = STATIC.get(call.entryPoints().getClass());
    Target target = known.get(call.index());
    return target != null && target.table().table() == call.entryPoints()
        ? target
        : known.compute(call.index(), (index, other) -> of(call, null));
  }

  private static Target of(WireCall<?> call, @Nullable ServiceRef service) {
    return new Target(
        TableRef.of(call.entryPoints()), call.index(), service, call.method(), call.isIdempotent());
  }
}
