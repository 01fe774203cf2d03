package dev.brood.internal.call;

import dev.brood.CallOptions;
import dev.brood.WireException;
import dev.brood.wire.Payload;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a call beside its arguments. Towards a worker that is where the call stands and
 * what surrounds it; from a worker, for a call made by a call, also how it is to be run.
 *
 * @param method in words, for messages
 * @param idempotent whether it may be run again after it may have started
 * @param options how the call is to be run; a deadline is what is left of it
 * @param counted whether it counts towards the limits of what may be queued
 * @param depth how many calls it is nested in
 * @param context what each {@link dev.brood.ContextCarrier} has captured, by its class's name
 */
public record Terms(
    String method,
    boolean idempotent,
    CallOptions options,
    boolean counted,
    int depth,
    Map<String, Map<String, String>> context) {

  /** Those of a call that nothing is said about. */
  public static final Terms NONE = new Terms("", false, CallOptions.none(), false, 0, Map.of());

  private static final int MAX_ENTRIES = 10_000;

  /** As bytes. */
  public Payload write() {
    WireWriter out = new WireWriter();
    out.writeString(method);
    out.writeBoolean(idempotent);
    write(out, options.timeout());
    write(out, options.queueTimeout());
    write(out, options.deadline());
    out.writeInt(options.retries().orElse(-1));
    out.writeInt(options.priority());
    out.writeBoolean(counted);
    out.writeInt(depth);
    out.begin(context.size());
    context.forEach(
        (carrier, entries) -> {
          out.writeString(carrier);
          out.begin(entries.size());
          entries.forEach(
              (key, value) -> {
                out.writeString(key);
                out.writeString(value);
              });
          out.end();
        });
    out.end();
    return out.toPayload();
  }

  private static void write(WireWriter out, Optional<Duration> limit) {
    out.writeLong(limit.map(Terms::nanos).orElse(0L));
  }

  private static long nanos(Duration limit) {
    try {
      return limit.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws WireException if it is malformed
   */
  public static Terms read(Payload payload) {
    try {
      WireReader in = new WireReader(payload);
      String method = String.valueOf(in.readString());
      boolean idempotent = in.readBoolean();
      CallOptions options = readOptions(in);
      boolean counted = in.readBoolean();
      int depth = in.readInt();
      Terms terms = new Terms(method, idempotent, options, counted, depth, readContext(in));
      in.expectEnd();
      return terms;
    } catch (IllegalArgumentException e) {
      throw new WireException("malformed: " + e.getMessage(), e);
    }
  }

  private static CallOptions readOptions(WireReader in) {
    CallOptions options = CallOptions.none();
    long timeout = in.readLong();
    long queueTimeout = in.readLong();
    long deadline = in.readLong();
    int retries = in.readInt();
    int priority = in.readInt();
    options = timeout == 0 ? options : options.timeout(Duration.ofNanos(timeout));
    options = queueTimeout == 0 ? options : options.queueTimeout(Duration.ofNanos(queueTimeout));
    options = deadline == 0 ? options : options.deadline(Duration.ofNanos(deadline));
    options = retries == -1 ? options : options.retries(retries);
    return options.priority(priority);
  }

  private static Map<String, Map<String, String>> readContext(WireReader in) {
    Map<String, Map<String, String>> context = new LinkedHashMap<>();
    int carriers = in.beginSized();
    long all = bounded(carriers);
    for (int i = 0; i < carriers; i++) {
      String carrier = text(in.readString());
      Map<String, String> entries = new LinkedHashMap<>();
      int count = in.beginSized();
      all = bounded(all + Math.max(-MAX_ENTRIES, count));
      for (int j = 0; j < count; j++) {
        entries.put(text(in.readString()), text(in.readString()));
      }
      in.end();
      context.put(carrier, entries);
    }
    in.end();
    return context;
  }

  private static long bounded(long count) {
    if (count < 0 || count > MAX_ENTRIES) {
      throw new WireException("malformed: " + count + " entries of a context");
    }
    return count;
  }

  private static String text(@Nullable String text) {
    if (text == null) {
      throw new WireException("malformed: a context with nothing in it");
    }
    return text;
  }
}
