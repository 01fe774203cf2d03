package dev.brood.benchmark;

import dev.brood.Pool;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a pool costs that has nothing to do. */
final class Idle implements Row {
  private static final int WORKERS = 8;
  private static final String WORKER = "worker";
  private static final String PARENT = "parent";
  private static final String BARE = "a bare JVM whose main waits";
  private static final Duration TO_SETTLE = Duration.ofSeconds(2);
  private static final Duration TO_START = Duration.ofSeconds(60);

  /** A thread that never rests takes the whole of a processor; one that polls takes some of it. */
  private static final double BUSY = 0.01;

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public String title() {
    return "a pool of " + WORKERS + " without work";
  }

  @Override
  public void measure(Plan plan, Report report) throws Exception {
    if (!Proc.reason().isEmpty()) {
      report.notRun(Proc.reason());
      return;
    }
    Set<Long> before = javas();
    try (Pythons python = new Pythons(plan);
        Pool pool = Pool.builder().workers(WORKERS).minWorkers(WORKERS).start()) {
      List<Long> workers = await(pool, before);
      Process bare = new ProcessBuilder(Launch.java(FreshJvm.class, FreshJvm.IDLE)).start();
      try {
        watch(plan, workers, bare.pid(), python, report);
      } finally {
        bare.destroy();
        bare.waitFor();
      }
    }
  }

  /**
   * The JVMs that have come with the pool. No call asks them who they are: they run no user code.
   */
  private static List<Long> await(Pool pool, Set<Long> before) throws Exception {
    long begin = System.nanoTime();
    List<Long> workers;
    do {
      Thread.sleep(10);
      workers = javas().stream().filter(pid -> !before.contains(pid)).toList();
      if (System.nanoTime() - begin > TO_START.toNanos()) {
        throw new IllegalStateException(
            workers.size() + " of " + pool.size() + " workers have started");
      }
    } while (workers.size() < WORKERS);
    return workers;
  }

  private static Set<Long> javas() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  private static void watch(Plan plan, List<Long> workers, long bare, Pythons python, Report report)
      throws Exception {
    List<Usage> usages = new ArrayList<>();
    for (long worker : workers) {
      usages.add(new Usage(WORKER, worker));
    }
    usages.add(new Usage(BARE, bare));
    usages.addAll(pythonsOf(python));
    Usage parent = new Usage(PARENT, ProcessHandle.current().pid());
    Thread.sleep(TO_SETTLE.toMillis());
    for (Usage usage : usages) {
      usage.begin();
    }
    // Last to begin and first to end: to watch the others is no part of its idleness.
    parent.begin();
    Thread.sleep(plan.idle().toMillis());
    parent.end();
    for (Usage usage : usages) {
      usage.end();
    }
    usages.add(parent);
    report(plan, usages, report);
  }

  private static List<Usage> pythonsOf(Pythons pythons) throws IOException {
    List<Usage> usages = new ArrayList<>();
    for (Python python : pythons.each()) {
      if (python.reason().isEmpty()) {
        for (String pid : python.ask(0, "pids", WORKERS)) {
          usages.add(new Usage(python.named("a worker of Python's"), Long.parseLong(pid)));
        }
      }
    }
    return usages;
  }

  private static void report(Plan plan, List<Usage> usages, Report report) throws IOException {
    report.text(
        "Watched for "
            + plan.idle().toSeconds()
            + " s. Of several processes of a kind, the one with the most of each.\n");
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("", "processes", "CPU", "busiest thread", "its CPU", "anonymous memory"));
    for (String kind : usages.stream().map(Usage::kind).distinct().toList()) {
      lines.add(line(of(kind, usages)));
    }
    report.table(lines);
    List<Usage> workers = of(WORKER, usages);
    List<Usage> pool = new ArrayList<>(workers);
    pool.addAll(of(PARENT, usages));
    // A JVM that only waits takes some as well, and the parent's is the user's own.
    double beyond = of(PARENT, usages).get(0).cpu() - of(BARE, usages).get(0).cpu();
    report.goal(
        Goal.atMost(
            "CPU of all workers, and of the parent beyond that of a bare JVM",
            Figure.of(workers.stream().mapToDouble(Usage::cpu).sum() + Math.max(0, beyond)),
            0.001,
            Units::percent));
    report.goal(
        Goal.none("… of the busiest worker", Units.percent(most(workers, Usage::cpu).cpu())));
    report.goal(
        Goal.atMost(
            "CPU of the busiest thread",
            Figure.of(pool.stream().mapToDouble(Usage::busiestCpu).max().orElseThrow()),
            BUSY,
            Units::percent));
    report.goal(
        Goal.atMost(
            "anonymous memory of a worker",
            Figure.of(workers.stream().mapToDouble(Usage::anonymousBytes).max().orElseThrow()),
            25 << 20,
            Units::mebibytes));
  }

  private static List<Usage> of(String kind, List<Usage> usages) {
    return usages.stream().filter(usage -> usage.kind().equals(kind)).toList();
  }

  private static List<String> line(List<Usage> alike) {
    Usage busiest = most(alike, Usage::busiestCpu);
    return List.of(
        busiest.kind(),
        Integer.toString(alike.size()),
        Units.percent(most(alike, Usage::cpu).cpu()),
        busiest.busiestThread(),
        Units.percent(busiest.busiestCpu()),
        Units.mebibytes((double) most(alike, Usage::anonymousBytes).anonymousBytes()));
  }

  private static Usage most(List<Usage> usages, ToDoubleFunction<Usage> figure) {
    return usages.stream().max(Comparator.comparingDouble(figure)).orElseThrow();
  }
}
