package bad;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Parallel;
import dev.brood.Pool;
import dev.brood.wire.Codec;
import dev.brood.wire.WireCodec;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;

final class CallersOwn {
  static final class OptionsCodec implements Codec<CallOptions> {
    @Override
    public void write(WireWriter out, CallOptions value) {}

    @Override
    public CallOptions read(WireReader in) {
      return CallOptions.none();
    }
  }

  @Parallel
  static void on(Pool pool, CallOptions options, Call<Integer> call) {}
  //                  ^ BROOD-219: pool: dev.brood.Pool cannot travel: where and how a call runs is its caller's business. Leave it out; the generated proxies take it.
  //                                    ^ BROOD-219: options: dev.brood.CallOptions cannot travel: where and how a call runs is its caller's business. Leave it out; the generated proxies take it.
  //                                                           ^ BROOD-219: call: dev.brood.Call<java.lang.Integer> cannot travel: where and how a call runs is its caller's business. Leave it out; the generated proxies take it.

  @Parallel
  @WireCodec(OptionsCodec.class)
  static CallOptions coded() {
  //                 ^ BROOD-219: result: dev.brood.CallOptions cannot travel: where and how a call runs is its caller's business. Leave it out; the generated proxies take it.
  //                 ^ BROOD-235: bad.CallersOwn.OptionsCodec is for dev.brood.CallOptions, which does not occur here. Remove it, or name one for a type that does; types within a record name theirs on its components.
    return CallOptions.none();
  }
}
