package bad;

import dev.brood.Parallel;
import java.util.function.IntUnaryOperator;

final class AFunction {
  interface Shape {
    double area();
  }

  @Parallel
  static int apply(IntUnaryOperator function, Runnable after, Shape own) {
  //                                ^ BROOD-205: function: java.util.function.IntUnaryOperator cannot travel: it is a function, and code is never sent. Pass the data that it works on, and an enum where there is a choice.
  //                                                   ^ BROOD-205: after: java.lang.Runnable cannot travel: it is a function, and code is never sent. Pass the data that it works on, and an enum where there is a choice.
  //                                                                ^ BROOD-205: own: bad.AFunction.Shape cannot travel: it is a function, and code is never sent. Pass the data that it works on, and an enum where there is a choice.
    return function.applyAsInt(1);
  }
}
