package dev.brood.contract.chaos;

import dev.brood.Call;
import dev.brood.CallOptions;
import dev.brood.Pool;
import dev.brood.testkit.Await;
import dev.brood.testkit.NoLeaks;
import dev.brood.testkit.Threads;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Callers play one {@link Act} after the other, a {@link Killer} takes their workers, and a {@link
 * Ledger} accounts for every call. At the end the pool must still answer, every call must have one
 * outcome and have begun as often as that allows, and nothing may be left.
 *
 * <pre>
 * Caller ─► Act ─► Pool ─► worker ─► Errands ─► Way
 *   │        │               ▲          │
 *   │        ▼               │          ▼ signs
 *   │      Ledger ◄──── Killer         Book
 *   ▼        ╰───────────────────────────╯
 * Progress ◄─ whoever has begun the run: is anybody stuck?
 * </pre>
 *
 * <p>The pool may be anybody's: {@link Settings} say how it is built, and {@link #main} takes more
 * arguments for the JVMs of its workers, behind {@code --}. They should be given little heap, since
 * some calls fill all of it.
 */
public final class Chaos {
  /** Before the arguments of the workers' JVMs. */
  private static final String JVM = "--";

  private static final List<String> USUAL = List.of("-Xmx128m", "-XX:+SuppressFatalErrorMessage");

  /** From here on a run is long enough for its memory to be judged. */
  private static final Duration LONG = Duration.ofMinutes(2);

  /** From here on a run is long enough for everything to happen that may. */
  private static final Duration COMPLETE = Duration.ofSeconds(25);

  /** Pauses between two workers that are taken, of which there are enough for every trouble. */
  private static final int FEW = 100;

  /**
   * What a run is like.
   *
   * @param seed of all dice
   * @param duration how long callers go on
   * @param callers how many there are
   * @param workers how many the pool has
   * @param pause between two workers that are taken
   * @param pool gives a new builder each time; the number of workers is added to it
   */
  public record Settings(
      long seed,
      Duration duration,
      int callers,
      int workers,
      Duration pause,
      Supplier<Pool.Builder> pool) {

    /** What is usual. */
    public static Settings usual(long seed, Duration duration) {
      return new Settings(seed, duration, 8, 3, Duration.ofMillis(100), Chaos::usualPool);
    }
  }

  /** The pool of usual runs. */
  public static Pool.Builder usualPool() {
    return Pool.builder()
        .gracePeriod(Duration.ofMillis(50))
        .recycleAfterCalls(500)
        .jvmArguments(USUAL.toArray(String[]::new));
  }

  private final Settings settings;
  private final Path folder;
  private final List<Progress> everybody = new CopyOnWriteArrayList<>();
  private final LongAdder calls = new LongAdder();
  private final Progress own = progress("the run");
  private final AtomicBoolean over = new AtomicBoolean();

  private Chaos(Settings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * Runs for {@code [seconds [seed [callers [workers [milliseconds between two kills]]]]] [--
   * argument of a worker's JVM…]}, such as {@code 600 42 8 3 100 -- -XX:+UseParallelGC}. The
   * arguments come after the usual ones, and so prevail.
   */
  public static void main(String... arguments) throws Exception {
    List<String> all = List.of(arguments);
    int end = all.contains(JVM) ? all.indexOf(JVM) : all.size();
    long[] numbers = all.subList(0, end).stream().mapToLong(Long::parseLong).toArray();
    String[] jvm =
        Stream.concat(USUAL.stream(), all.stream().skip(end + 1L)).toArray(String[]::new);
    long seed = number(numbers, 1, new Random().nextLong(1_000_000));
    Settings settings =
        new Settings(
            seed,
            Duration.ofSeconds(number(numbers, 0, 60)),
            (int) number(numbers, 2, 8),
            (int) number(numbers, 3, 3),
            Duration.ofMillis(number(numbers, 4, 100)),
            () -> usualPool().jvmArguments(jvm));
    run(settings, System.out);
  }

  private static long number(long[] numbers, int index, long usual) {
    return index < numbers.length ? numbers[index] : usual;
  }

  /**
   * Runs, and prints a report.
   *
   * @throws AssertionError if anything is not as it should be
   */
  public static void run(Settings settings, PrintStream out) throws Exception {
    out.println("chaos with seed " + settings.seed());
    Path folder = Files.createTempDirectory("chaos");
    Chaos chaos = new Chaos(settings, folder);
    Report report = chaos.watch(Threads.run(chaos::play), out);
    Files.delete(folder);
    out.print(report);
    out.flush();
    chaos.expectComplete(report);
    chaos.expectFlat(report.memory());
  }

  private Progress progress(String who) {
    Progress progress = new Progress(who, calls::sum);
    everybody.add(progress);
    return progress;
  }

  /** Waits for the end, as long as everybody gets on. */
  private Report watch(Future<Report> run, PrintStream out) throws InterruptedException {
    while (true) {
      try {
        return run.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        List<Progress> stuck = everybody.stream().filter(Progress::isStuck).toList();
        if (!stuck.isEmpty()) {
          Stacks.print(out);
          throw new AssertionError(
              "stuck: " + stuck + "; seed " + settings.seed() + ", stacks above");
        }
      } catch (ExecutionException e) {
        throw new AssertionError("seed " + settings.seed() + ": " + e.getCause(), e.getCause());
      }
    }
  }

  private Report play() throws IOException, InterruptedException {
    own.begin("the warm-up");
    warmUp();
    Remains before = new Remains();
    Report report = inChaos();
    own.begin("the remains");
    List<String> more = before.more();
    if (!more.isEmpty()) {
      throw new AssertionError("left behind: " + more);
    }
    return report;
  }

  private Pool.Builder builder() {
    return settings.pool().get().workers(settings.workers());
  }

  /** Every act once, with nobody else: what is opened or loaded once is then there. */
  private void warmUp() throws IOException, InterruptedException {
    try (Ledger ledger = new Ledger(folder.resolve("warm-up"), calls)) {
      try (Pool pool = builder().start()) {
        Random random = new Random(settings.seed());
        for (Act act : Act.values()) {
          own.begin(act + ", to warm up");
          act.play(new Scene(pool, builder(), ledger, random));
        }
      }
      expectNothing("in the warm-up", ledger.audit());
    }
  }

  private Report inChaos() throws IOException, InterruptedException {
    try (Ledger ledger = new Ledger(folder.resolve("book"), calls)) {
      own.begin("the start of the pool");
      Pool pool = builder().start();
      try {
        return inChaos(ledger, pool);
      } finally {
        List<Call<?>> unused = pool.shutdownNow(); // or a failure here would be one of all others
      }
    }
  }

  private Report inChaos(Ledger ledger, Pool pool) throws InterruptedException {
    Memory memory = Memory.watch(settings.duration().dividedBy(60));
    long start = System.nanoTime();
    Killer killer =
        Killer.start(
            ledger,
            settings.pause(),
            new Random(settings.seed()),
            List.of(Killer.Trouble.values()));
    List<Caller> callers;
    try (memory;
        killer) {
      callers = call(pool, ledger);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    own.begin("the pool's last calls");
    expectWhole(pool, ledger);
    own.begin("the end of the pool");
    pool.close();
    expectNothing("processes are left", NoLeaks.children());
    expectNothing("the ledger", ledger.audit());
    Map<Act, Integer> played = new EnumMap<>(Act.class);
    for (Act act : Act.values()) {
      played.put(act, callers.stream().mapToInt(caller -> caller.played(act)).sum());
    }
    return new Report(
        settings, took, ledger.submitted(), ledger.counts(), played, killer.counts(), memory);
  }

  /** Lets callers play until the time is over, or one of them has failed. */
  private List<Caller> call(Pool pool, Ledger ledger) throws InterruptedException {
    List<Caller> callers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    List<Act> acts = new ArrayList<>(List.of(Act.values()));
    Collections.shuffle(acts, new Random(settings.seed()));
    long end = System.nanoTime() + settings.duration().toNanos();
    for (int i = 0; i < settings.callers(); i++) {
      Random random = new Random(settings.seed() + 1 + i);
      Scene scene = new Scene(pool, builder(), ledger, random);
      Caller caller =
          new Caller(
              scene,
              share(acts, i),
              List.of(Act.values()),
              progress("caller " + i),
              () -> over.get() || System.nanoTime() > end);
      callers.add(caller);
      threads.add(
          Threads.start(
                  () -> {
                    caller.run();
                    over.compareAndSet(false, caller.failure() != null);
                    return caller;
                  })
              .thread());
    }
    own.end();
    for (Thread thread : threads) {
      thread.join();
    }
    for (Caller caller : callers) {
      Throwable failure = caller.failure();
      if (failure != null) {
        throw new AssertionError(failure.toString(), failure);
      }
    }
    return callers;
  }

  /** What one of the callers plays first. The dice alone would leave out some act now and then. */
  private List<Act> share(List<Act> acts, int caller) {
    return IntStream.range(0, acts.size())
        .filter(i -> i % settings.callers() == caller)
        .mapToObj(acts::get)
        .toList();
  }

  /** Now that nobody does anything to it, the pool answers, and gets all of its workers back. */
  private void expectWhole(Pool pool, Ledger ledger) {
    answer(pool, ledger, 1_000);
    // A pool whose worker could not be started, be it killed too early, tries again if it is used.
    Await.until(
        () -> {
          answer(pool, ledger, 1);
          return NoLeaks.workers().size() == settings.workers();
        });
  }

  private static void answer(Pool pool, Ledger ledger, int count) {
    int first = ledger.take(count);
    CallOptions options = CallOptions.none().retries(8); // the last victim may not be noticed yet
    List<Long> values =
        pool.map(
            IntStream.range(first, first + count),
            n -> ErrandsParallel.runAgain(ledger.book(), n, Way.WELL).with(options));
    for (int i = 0; i < count; i++) {
      ledger.value(first + i, values.get(i), true);
    }
  }

  private static void expectNothing(String what, List<?> wrong) {
    if (!wrong.isEmpty()) {
      throw new AssertionError(what + ": " + wrong);
    }
  }

  /** A run in which something never happens proves nothing of it. */
  private void expectComplete(Report report) {
    if (settings.duration().compareTo(COMPLETE) >= 0) {
      expectNothing("never played", never(report.acts()));
      if (settings.pause().multipliedBy(FEW).compareTo(settings.duration()) <= 0) {
        expectNothing("never done to a worker", never(report.troubles()));
      }
    }
  }

  private static <K> List<K> never(Map<K, ? extends Number> counts) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue().longValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void expectFlat(Memory memory) {
    boolean isLong = settings.duration().compareTo(LONG) >= 0;
    expectFlat("heap", memory, Memory.Sample::heap, isLong ? 16 : 256);
    expectFlat("own pages", memory, Memory.Sample::resident, isLong ? 64 : 512);
  }

  private static void expectFlat(
      String what, Memory memory, ToLongFunction<Memory.Sample> sample, long tolerance) {
    long more = memory.late(sample) - memory.early(sample);
    if (more > tolerance << 20) {
      throw new AssertionError(
          "the " + what + " has grown by " + (more >> 20) + " MiB from first to last third");
    }
  }
}
