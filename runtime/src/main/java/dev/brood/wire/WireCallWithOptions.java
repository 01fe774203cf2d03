package dev.brood.wire;

import dev.brood.Call;
import dev.brood.CallOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A generated call that is to be run in a way of its own. */
final class WireCallWithOptions<R extends @Nullable Object> extends WireCall<R> {
  private final WireCall<R> call;
  private final CallOptions options;

  WireCallWithOptions(WireCall<R> call, CallOptions options) {
    super(call.entryPoints(), call.index());
    if (options.retries().orElse(0) > 0 && !call.isIdempotent()) {
      throw new IllegalArgumentException(
          call.method()
              + " cannot be retried, since it is not declared idempotent: a crashed call may have had"
              + " effects; if running it twice is as good as once, say @Parallel(idempotent = true)");
    }
    this.call = call;
    this.options = Objects.requireNonNull(options, "options");
  }

  @Override
  public Call<R> with(CallOptions others) {
    return call.with(others);
  }

  @Override
  public CallOptions options() {
    return options;
  }

  @Override
  public @Nullable WireService<?> service() {
    return call.service();
  }

  @Override
  public void writeArguments(WireWriter out) {
    call.writeArguments(out);
  }

  @Override
  public R readResult(WireReader in) {
    return call.readResult(in);
  }

  @Override
  public @Nullable Throwable newException(
      String typeName, @Nullable String message, @Nullable Throwable cause) {
    return call.newException(typeName, message, cause);
  }
}
