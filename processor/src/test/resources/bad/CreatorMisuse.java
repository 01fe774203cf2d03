package bad;

import dev.brood.Parallel;
import dev.brood.wire.WireCreator;
import java.util.List;

final class CreatorMisuse {
  static final class Several {
    @WireCreator
    Several() {}

    @WireCreator
    static Several make() {
      return null;
    }
  }

  static final class Inaccessible {
    @WireCreator
    private Inaccessible() {}
  }

  abstract static class Abstract {
    @WireCreator
    Abstract() {}
  }

  static final class Instance {
    @WireCreator
    Instance make() {
      return this;
    }
  }

  static final class Other<T> {
    @WireCreator
    static Other<String> make() {
      return null;
    }
  }

  static final class Throwing {
    @WireCreator
    Throwing() throws Exception {}
  }

  static final class Without {
    private final int size;

    @WireCreator
    Without(int size) {
      this.size = size;
    }

    long getSize() {
      return size;
    }
  }

  static final class WithoutBoolean {
    @WireCreator
    WithoutBoolean(List<String> names, boolean sure) {}

    List<String> getNames() {
      return null;
    }
  }

  static final class Part {
    final Object part;

    @WireCreator
    Part(Object part) {
  //            ^ BROOD-207: Part.part: java.lang.Object cannot travel: it may be anything. Declare the type that is meant; where there are several, a method for each.
      this.part = part;
    }
  }

  @Parallel
  static Part take(
      Several a,
  //          ^ BROOD-241: a: bad.CreatorMisuse.Several cannot travel: it has more than one @WireCreator. Leave one.
      Inaccessible b,
  //               ^ BROOD-242: b: bad.CreatorMisuse.Inaccessible cannot travel: generated code cannot call its @WireCreator. Make it package-private, or wider; public if the class stands in another package.
      Abstract c,
  //           ^ BROOD-243: c: bad.CreatorMisuse.Abstract cannot travel: its @WireCreator is the constructor of an abstract class. Mark a static method that makes one, or make the class sealed.
      Instance d,
  //           ^ BROOD-244: d: bad.CreatorMisuse.Instance cannot travel: its @WireCreator is an instance method. Make it static, or mark a constructor.
      Other<String> e,
  //                ^ BROOD-245: e: bad.CreatorMisuse.Other<java.lang.String> cannot travel: its @WireCreator returns something else. Let it return the class, with type variables of the method's own where the class has any.
      Throwing f,
  //           ^ BROOD-246: f: bad.CreatorMisuse.Throwing cannot travel: its @WireCreator throws a checked exception. Let it throw an unchecked one.
      Without g,
  //          ^ BROOD-247: g: bad.CreatorMisuse.Without cannot travel: nothing gives the value for its @WireCreator's parameter int size: add size(), getSize(), size, not private and of that type.
      WithoutBoolean[] h) {
  //                   ^ BROOD-247: h[]: bad.CreatorMisuse.WithoutBoolean cannot travel: nothing gives the value for its @WireCreator's parameter boolean sure: add sure(), isSure(), getSure(), sure, not private and of that type.
    return null;
  }
}
