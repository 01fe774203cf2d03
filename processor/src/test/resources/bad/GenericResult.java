package bad;

import dev.brood.Parallel;
import dev.brood.wire.Codec;
import dev.brood.wire.WireCodec;
import dev.brood.wire.WireCreator;
import dev.brood.wire.WireReader;
import dev.brood.wire.WireWriter;
import java.util.List;
import java.util.Optional;

final class GenericResult {
  @WireCodec(ShapeCodec.class)
  sealed interface Shape permits Circle, Square {}

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  static final class ShapeCodec implements Codec<Shape> {
    @Override
    public void write(WireWriter out, Shape value) {}

    @Override
    public Shape read(WireReader in) {
      return new Circle(1);
    }
  }

  @Parallel
  static <S extends Shape> S same(S shape) {
  //                         ^ BROOD-124: same(GenericResult.Shape) has type variables (S) in its result for which another class may arrive than was sent: their bound, or a class that it permits, travels by a codec or a @WireCreator and has subclasses. Declare the bound itself in their place, or make that class final.
    return shape;
  }

  @Parallel
  static <S extends Shape, B extends Box<S>> Optional<B> within(List<B> boxes) {
  //                                                     ^ BROOD-124: within(List<GenericResult.Box<GenericResult.Shape>>) has type variables (S) in its result for which another class may arrive than was sent: their bound, or a class that it permits, travels by a codec or a @WireCreator and has subclasses. Declare the bound itself in their place, or make that class final.
    return boxes.stream().findFirst();
  }

  record Box<T>(T content) {}

  sealed interface Tool permits Saw, Hammer {}

  record Saw(int teeth) implements Tool {}

  static sealed class Hammer implements Tool permits Mallet {
    final int weight;

    @WireCreator
    Hammer(int weight) {
      this.weight = weight;
    }
  }

  static final class Mallet extends Hammer {
    Mallet() {
      super(1);
    }
  }

  @Parallel
  static <T extends Tool> List<T> listed(T tool) {
  //                              ^ BROOD-124: listed(GenericResult.Tool) has type variables (T) in its result for which another class may arrive than was sent: their bound, or a class that it permits, travels by a codec or a @WireCreator and has subclasses. Declare the bound itself in their place, or make that class final.
    return List.of(tool);
  }

  sealed interface Leafy permits OpenLeaf {}

  @WireCodec(OpenLeafCodec.class)
  non-sealed interface OpenLeaf extends Leafy {}

  static final class OpenLeafCodec implements Codec<OpenLeaf> {
    @Override
    public void write(WireWriter out, OpenLeaf value) {}

    @Override
    public OpenLeaf read(WireReader in) {
      return new OpenLeaf() {};
    }
  }

  @Parallel
  static <L extends Leafy> L leaf(L leaf) {
  //                         ^ BROOD-124: leaf(GenericResult.Leafy) has type variables (L) in its result for which another class may arrive than was sent: their bound, or a class that it permits, travels by a codec or a @WireCreator and has subclasses. Declare the bound itself in their place, or make that class final.
    return leaf;
  }

  sealed interface Fruit permits Apple, Pear {}

  record Apple(int size) implements Fruit {}

  record Pear(int size) implements Fruit {}

  static final class FruitCodec implements Codec<Fruit> {
    @Override
    public void write(WireWriter out, Fruit value) {}

    @Override
    public Fruit read(WireReader in) {
      return new Apple(1);
    }
  }

  record Basket<T>(@WireCodec(FruitCodec.class) T content) {}

  @Parallel
  static <F extends Fruit> Basket<F> basket(F fruit) {
  //                                 ^ BROOD-124: basket(GenericResult.Fruit) has type variables (F) in its result for which another class may arrive than was sent: their bound, or a class that it permits, travels by a codec or a @WireCreator and has subclasses. Declare the bound itself in their place, or make that class final.
    return new Basket<>(fruit);
  }

  // What follows is right: nobody gets back what was sent, or a class has no subclasses.

  @Parallel
  static <S extends Shape> int measure(S shape, List<S> more) {
    return 1;
  }

  @Parallel
  static <S extends Saw> S saw(S saw) {
    return saw;
  }
}
