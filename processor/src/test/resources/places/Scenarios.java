package places;

import dev.brood.Call;
import dev.brood.Pool;
import dev.brood.ServiceException;
import dev.brood.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What users do with parallel methods, wherever these stand. Each method is run as a test. */
public final class Scenarios {
  private Scenarios() {}

  public static void aReceiverGoesFirst(Supplier<Pool> start) throws Exception {
    try (Pool pool = start.get()) {
      Model model = new Model("m", List.of(1, 2));
      expect(6, pool.call(ModelParallel.score(model, 2)));
      expect(9, ModelParallel.on(pool).score(model, 3).get());
      ModelParallel.Blocking blocking = ModelParallel.blocking(pool);
      expect(new Model("m+empty", List.of()), blocking.merged(model, blocking.empty()));
      expect("places.Model.score(int)", ModelParallel.score(model, 2).method());
    }
  }

  public static void aConstantIsAReceiver(Supplier<Pool> start) {
    try (Pool pool = start.get()) {
      expect(-4, Model_SignParallel.blocking(pool).apply(Model.Sign.MINUS, 4));
      expect(List.of(4, -4), pool.map(Model.Sign.values(), s -> Model_SignParallel.apply(s, 4)));
    }
  }

  public static void aMissingReceiverFails(Supplier<Pool> start) {
    try (Pool pool = start.get()) {
      fails(NullPointerException.class, () -> ModelParallel.blocking(pool).score(null, 1));
    }
  }

  public static void aServiceKeepsItsState(Supplier<Pool> start) {
    try (Pool pool = start.get()) {
      CounterParallel.Instance service = new CounterParallel.Instance(100, "");
      Map<String, List<Integer>> countsByObject = new HashMap<>();
      Set<Long> processes = new HashSet<>();
      for (Counter.Tally tally : pool.map(new Integer[200], i -> CounterParallel.next(service))) {
        String object = tally.object() + " in " + tally.pid();
        countsByObject.computeIfAbsent(object, o -> new ArrayList<>()).add(tally.count());
        processes.add(tally.pid());
      }
      expect(processes.size(), countsByObject.size());
      for (List<Integer> counts : countsByObject.values()) {
        Collections.sort(counts);
        expect(101, counts.get(0));
        expect(100 + counts.size(), counts.get(counts.size() - 1));
      }
    }
  }

  public static void everyServiceIsAnObjectOfItsOwn(Supplier<Pool> start) throws Exception {
    try (Pool pool = start.get()) {
      var first = CounterParallel.blocking(pool, new CounterParallel.Instance(1, ""));
      var second = CounterParallel.blocking(pool, new CounterParallel.Instance(1, ""));
      expect(3, first.add(2));
      expect(4, second.add(3));
    }
  }

  public static void argumentsOfAConstructorAreEncodedAtOnce(Supplier<Pool> start) {
    try (Pool pool = start.get()) {
      List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3));
      CounterParallel.Instance service = new CounterParallel.Instance(numbers);
      numbers.clear();
      expect(6, CounterParallel.blocking(pool, service).add(0));
      expect("places.Counter(List<Integer>)", service.constructor());
    }
  }

  public static void aFailingConstructorIsToldToEveryCaller(Supplier<Pool> start) {
    try (Pool pool = start.get()) {
      int before = CounterParallel.blocking(pool, new CounterParallel.Instance(1, "")).created();
      CounterParallel.Instance service = new CounterParallel.Instance(-1, "");
      Set<Long> processes = new HashSet<>();
      for (int i = 0; i < 20; i++) {
        ServiceException failure =
            fails(ServiceException.class, () -> CounterParallel.blocking(pool, service).add(1));
        expect(IOException.class, failure.getCause().getClass());
        expect("no negative start: -1", failure.getCause().getMessage());
        Task<Integer> task = CounterParallel.on(pool, service).add(1);
        CompletionException told = fails(CompletionException.class, task::join);
        expect(ServiceException.class, told.getCause().getClass());
        CounterParallel.Instance good = new CounterParallel.Instance(1, "");
        processes.add(pool.call(CounterParallel.next(good)).pid());
      }
      expect(true, processes.size() <= 2);
      expect(true, before <= 1);
    }
  }

  public static void aMethodsExceptionsArriveBare(Supplier<Pool> start) {
    try (Pool pool = start.get()) {
      CounterParallel.Instance service = new CounterParallel.Instance(1, "");
      IOException thrown =
          fails(IOException.class, () -> CounterParallel.blocking(pool, service).fail("so"));
      expect("so", thrown.getMessage());
    }
  }

  public static void aServiceIsClosedWithItsPool(Supplier<Pool> start) throws Exception {
    Path file = Files.createTempFile("closed", ".txt");
    Set<Long> processes = new HashSet<>();
    try (Pool pool = start.get()) {
      CounterParallel.Instance service = new CounterParallel.Instance(7, file.toString());
      for (Counter.Tally tally : pool.map(new Integer[100], i -> CounterParallel.next(service))) {
        processes.add(tally.pid());
      }
      expect("", Files.readString(file));
    }
    expect("closed after 7\n".repeat(processes.size()), Files.readString(file));
    Files.delete(file);
  }

  public static void anInterfaceHidesWhereItRuns(Supplier<Pool> start) throws Exception {
    try (Pool pool = start.get();
        Scorer scorer = ScorerParallel.blocking(pool, new ScorerParallel.Instance(3))) {
      expect(6, scorer.score("ab"));
      expect(List.of(3, 6), scorer.scores(List.of("a", "ab")));
      expect("9", scorer.then("abc", Object::toString));
      fails(IOException.class, () -> scorer.score(""));
    }
  }

  public static void aSubtypeFixesTypeVariables(Supplier<Pool> start) {
    try (Pool pool = start.get()) {
      Sorter<Integer> sorter =
          Sorter_OfIntegersParallel.blocking(pool, new Sorter_OfIntegersParallel.Instance());
      expect(List.of(1, 2, 3), sorter.sort(List.of(3, 1, 2)));
      expect(1, sorter.first(List.of(3, 1, 2)));
    }
  }

  public static void aBoundFixesTypeVariables(Supplier<Pool> start) throws Exception {
    try (Pool pool = start.get()) {
      Sorter.Point low = new Sorter.Point(1, 2);
      Sorter.Point high = new Sorter.Point(0, 9);
      Call<Sorter.Point> call = SorterParallel.highest(List.of(low, high));
      expect(high, pool.call(call));
      expect(high, SorterParallel.blocking(pool).highest(List.of(high, low)));
      Map<String, List<Sorter.Point>> groups =
          SorterParallel.on(pool).group("all", low, high).get();
      expect(Map.of("all", List.of(low, high)), groups);
    }
  }

  private static void expect(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + ", got " + actual);
    }
  }

  private static <X extends Throwable> X fails(Class<X> type, Action action) {
    try {
      action.run();
    } catch (Throwable thrown) {
      if (type.isInstance(thrown)) {
        return type.cast(thrown);
      }
      throw new AssertionError("expected " + type, thrown);
    }
    throw new AssertionError("expected " + type);
  }

  private interface Action {
    void run() throws Throwable;
  }
}
