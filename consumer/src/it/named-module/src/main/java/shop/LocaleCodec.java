package shop;

import dev.brood.wire.Codec;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.Locale;

final class LocaleCodec implements Codec<Locale> {
  @Override
  public void write(WireWriter out, Locale value) {
    out.writeString(value.toLanguageTag());
  }

  @Override
  public Locale read(WireReader in) {
    return Locale.forLanguageTag(in.readString());
  }
}
