package bad;

import dev.brood.Parallel;
import dev.brood.wire.Codec;
import dev.brood.wire.WireCodec;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.Locale;

@Parallel
class ServiceCodec {
  static final class LocaleCodec implements Codec<Locale> {
    @Override
    public void write(WireWriter out, Locale value) {}

    @Override
    public Locale read(WireReader in) {
      return Locale.ROOT;
    }
  }

  ServiceCodec(@WireCodec(LocaleCodec.class) int size) {}
  //                                             ^ BROOD-235: bad.ServiceCodec.LocaleCodec is for java.util.Locale, which does not occur here. Remove it, or name one for a type that does; types within a record name theirs on its components.

  @WireCodec(LocaleCodec.class)
  void nothing() {}
  //   ^ BROOD-235: bad.ServiceCodec.LocaleCodec is for java.util.Locale, which does not occur here. Remove it, or name one for a type that does; types within a record name theirs on its components.
}
