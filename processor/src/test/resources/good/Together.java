package demo;

import dev.brood.Parallel;
import dev.brood.wire.Codec;
import dev.brood.wire.WireCodec;
import dev.brood.wire.WireCreator;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.List;
import java.util.Locale;

/** Types that travel in ways of their own, in every place where a method may stand. */
final class Together {
  private Together() {}

  sealed interface Shape {
    @Parallel
    double area();
  }

  record Circle(double radius) implements Shape {
    @Override
    public double area() {
      return radius * radius * 3;
    }
  }

  static final class Square implements Shape {
    private final double side;

    @WireCreator
    Square(double side) {
      this.side = side;
    }

    double side() {
      return side;
    }

    @Override
    @Parallel
    public double area() {
      return side * side;
    }
  }

  static final class LocaleCodec implements Codec<Locale> {
    @Override
    public void write(WireWriter out, Locale value) {
      out.writeString(value.toLanguageTag());
    }

    @Override
    public Locale read(WireReader in) {
      return Locale.forLanguageTag(in.readString());
    }
  }

  @Parallel
  static <S extends Shape> S biggest(List<S> shapes, S other) {
    return other;
  }

  interface Naming<T> {
    @WireCodec(LocaleCodec.class)
    Locale language(T shape);

    default Object untouched(Object shape) {
      return shape;
    }
  }

  @Parallel
  static class Namer implements Naming<Shape> {
    private final Locale locale;

    Namer(@WireCodec(LocaleCodec.class) Locale locale) {
      this.locale = locale;
    }

    @Override
    @WireCodec(LocaleCodec.class)
    public Locale language(Shape shape) {
      return locale;
    }

    <S extends Shape> S same(S shape, @WireCodec(LocaleCodec.class) List<Locale> locales) {
      return shape;
    }
  }
}
