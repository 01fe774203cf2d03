package suite;

import dev.brood.wire.Codec;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.Locale;

/** A codec that is named where it is needed. */
public final class LocaleCodec implements Codec<Locale> {
  @Override
  public void write(WireWriter out, Locale value) {
    out.writeString(value.toLanguageTag());
  }

  @Override
  public Locale read(WireReader in) {
    String tag = in.readString();
    return Locale.forLanguageTag(tag == null ? "" : tag);
  }
}
