package bad;

import dev.brood.Parallel;

final class LocalClass {
  interface Shape {
    double area();
  }

  static void method() {
    class Local {
      @Parallel
      static int square(int x) {
  //             ^ BROOD-125: square stands in a local or anonymous class, which generated code cannot name. Put it into a class of its own, or into a static nested one.
        return x * x;
      }

      class Deeper {
        @dev.brood.Parallel
        int cube(int x) {
  //        ^ BROOD-125: cube stands in a local or anonymous class, which generated code cannot name. Put it into a class of its own, or into a static nested one.
          return x * x * x;
        }
      }
    }

    @Parallel
    record Service(int x) {}
  //^ BROOD-125: Service stands in a local or anonymous class, which generated code cannot name. Put it into a class of its own, or into a static nested one.
  }

  final Shape shape =
      new Shape() {
        @Parallel
        @Override
        public double area() {
  //                  ^ BROOD-125: area stands in a local or anonymous class, which generated code cannot name. Put it into a class of its own, or into a static nested one.
          return 1;
        }
      };

  enum Kind {
    ONE {
      @Parallel
      int one() {
  //      ^ BROOD-125: one stands in a local or anonymous class, which generated code cannot name. Put it into a class of its own, or into a static nested one.
        return 1;
      }
    }
  }

  static {
    Runnable lambda =
        () -> {
          class InLambda {
            @Parallel
            void run() {}
  //             ^ BROOD-125: run stands in a local or anonymous class, which generated code cannot name. Put it into a class of its own, or into a static nested one.
          }
        };
  }
}
