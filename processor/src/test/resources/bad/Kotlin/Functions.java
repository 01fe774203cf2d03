package bad;

import dev.brood.Parallel;
import kotlin.Metadata;
import kotlin.coroutines.Continuation;
import kotlin.jvm.JvmStatic;

/** What Kotlin's compiler shows to annotation processors. */
final class Functions {
  static final Functions.Companion Companion = new Functions.Companion();

  @Parallel
  static Object load(String name, Continuation<? super String> completion) {
  //            ^ BROOD-121: load(String, kotlin.coroutines.Continuation<? super java.lang.String>) is a suspending function, and a coroutine cannot go on in another process. Make it an ordinary function; its caller may await the task of the asynchronous proxy.
    return name;
  }

  @Metadata
  static final class Companion {
    @Parallel
    int square(int x) {
  //    ^ BROOD-122: square(int) is a function of the Kotlin object Functions.Companion, which is another object in each process. Add @JvmStatic to the function.
      return x * x;
    }

    @JvmStatic
    @Parallel
    int cube(int x) {
      return x * x * x;
    }
  }

  @Parallel
  @Metadata
  static final class Single {
  //           ^ BROOD-123: Functions.Single is a Kotlin object, which nobody can create. Make it a class, and each worker has an instance of its own.
    static final Single INSTANCE = new Single();

    private Single() {}

    public void run() {}
  }

  @Metadata
  static final class Registry {
    static final Registry INSTANCE = new Registry();

    @Parallel
    int lookup(String key) {
  //    ^ BROOD-122: lookup(String) is a function of the Kotlin object Functions.Registry, which is another object in each process. Add @JvmStatic to the function.
      return key.length();
    }
  }
}
