package demo;

import dev.brood.Parallel;
import dev.brood.wire.Codec;
import dev.brood.wire.WireCodec;
import dev.brood.wire.WireCreator;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.List;
import java.util.regex.Pattern;

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

  static final class PatternCodec implements Codec<Pattern> {
    @Override
    public void write(WireWriter out, Pattern value) {
      out.writeString(value.pattern());
    }

    @Override
    public Pattern read(WireReader in) {
      return Pattern.compile(in.readString());
    }
  }

  @Parallel
  static <S extends Shape> S biggest(List<S> shapes, S other) {
    return other;
  }

  interface Naming<T> {
    @WireCodec(PatternCodec.class)
    Pattern language(T shape);

    default Object untouched(Object shape) {
      return shape;
    }
  }

  @Parallel
  static class Namer implements Naming<Shape> {
    private final Pattern pattern;

    Namer(@WireCodec(PatternCodec.class) Pattern pattern) {
      this.pattern = pattern;
    }

    @Override
    @WireCodec(PatternCodec.class)
    public Pattern language(Shape shape) {
      return pattern;
    }

    <S extends Shape> S same(S shape, @WireCodec(PatternCodec.class) List<Pattern> patterns) {
      return shape;
    }
  }
}
