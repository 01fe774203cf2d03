package bad;

import dev.brood.Parallel;
import dev.brood.wire.Codec;
import dev.brood.wire.WireCodec;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.List;
import java.util.Locale;

final class CodecMisuse {
  abstract static class Base<T> implements Codec<T> {
    @Override
    public void write(WireWriter out, T value) {}

    @Override
    public T read(WireReader in) {
      return null;
    }
  }

  static class OfWildcards extends Base<List<?>> {}

  static class OfArrays extends Base<int[]> {}

  @Parallel
  static void open(
      @WireCodec(OfWildcards.class) int b,
  //                                    ^ BROOD-231: bad.CodecMisuse.OfWildcards does not say for which type it is. Let it implement Codec with a class or interface whose type arguments, if it has any, are concrete.
      @WireCodec(OfArrays.class) int c) {}
  //                                 ^ BROOD-231: bad.CodecMisuse.OfArrays does not say for which type it is. Let it implement Codec with a class or interface whose type arguments, if it has any, are concrete.

  abstract static class Abstract extends Base<Locale> {}

  class Inner extends Base<Locale> {}

  static class Needy extends Base<Locale> {
    Needy(int size) {}
  }

  static class Hidden extends Base<Locale> {
    private Hidden() {}
  }

  static class Throwing extends Base<Locale> {
    Throwing() throws Exception {}
  }

  interface Nothing extends Codec<Locale> {}

  @Parallel
  static void notBuildable(
      @WireCodec(Abstract.class) Locale a,
  //                                    ^ BROOD-232: bad.CodecMisuse.Abstract cannot be instantiated. Make it a concrete class, static if it is nested, with a constructor without parameters that generated code in the package bad can call, and that throws no checked exception.
      @WireCodec(Inner.class) Locale b,
  //                                 ^ BROOD-232: bad.CodecMisuse.Inner cannot be instantiated. Make it a concrete class, static if it is nested, with a constructor without parameters that generated code in the package bad can call, and that throws no checked exception.
      @WireCodec(Needy.class) Locale c,
  //                                 ^ BROOD-232: bad.CodecMisuse.Needy cannot be instantiated. Make it a concrete class, static if it is nested, with a constructor without parameters that generated code in the package bad can call, and that throws no checked exception.
      @WireCodec(Hidden.class) Locale d,
  //                                  ^ BROOD-232: bad.CodecMisuse.Hidden cannot be instantiated. Make it a concrete class, static if it is nested, with a constructor without parameters that generated code in the package bad can call, and that throws no checked exception.
      @WireCodec(Throwing.class) Locale e,
  //                                    ^ BROOD-232: bad.CodecMisuse.Throwing cannot be instantiated. Make it a concrete class, static if it is nested, with a constructor without parameters that generated code in the package bad can call, and that throws no checked exception.
      @WireCodec(Nothing.class) Locale f) {}
  //                                   ^ BROOD-232: bad.CodecMisuse.Nothing cannot be instantiated. Make it a concrete class, static if it is nested, with a constructor without parameters that generated code in the package bad can call, and that throws no checked exception.

  private static class Private extends Base<Locale> {}

  @Parallel
  static void inaccessible(@WireCodec(Private.class) Locale locale) {}
  //                                                        ^ BROOD-233: generated code in the package bad cannot name bad.CodecMisuse.Private. Make it, and every type around it, package-private or wider; public if it stands in another package.

  static class Good extends Base<Locale> {}

  static class Better extends Base<Locale> {}

  @WireCodec(Good.class)
  record Misled(int x) {}
//^ BROOD-234: bad.CodecMisuse.Good is for java.util.Locale, and not for the type that it stands on. Name it where the other type is used, or on the package.

  @Parallel
  static void ofAnotherType(Misled misled) {}

  record Holder(Locale locale, @WireCodec(Good.class) String text) {}
  //                   ^ BROOD-202: Holder.locale: java.util.Locale cannot travel: no codec is known for this class. Pass its content, as a record, a String, numbers or arrays; or write a codec, and name it with @WireCodec.
  //                                                         ^ BROOD-235: bad.CodecMisuse.Good is for java.util.Locale, which does not occur here. Remove it, or name one for a type that does; types within a record name theirs on its components.

  @Parallel
  @WireCodec(Good.class)
  static void unused(@WireCodec(Good.class) List<Holder> holders) {}
  //                                                     ^ BROOD-235: bad.CodecMisuse.Good is for java.util.Locale, which does not occur here. Remove it, or name one for a type that does; types within a record name theirs on its components.
  //          ^ BROOD-235: bad.CodecMisuse.Good is for java.util.Locale, which does not occur here. Remove it, or name one for a type that does; types within a record name theirs on its components.

  @Parallel
  static void twice(@WireCodec(Good.class) @WireCodec(Better.class) Locale locale) {}
  //                                                                       ^ BROOD-236: bad.CodecMisuse.Better is for java.util.Locale, for which another codec is named here. Leave one.
}
