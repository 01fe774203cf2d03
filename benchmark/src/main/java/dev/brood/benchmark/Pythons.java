package dev.brood.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Python's process pools as ways of a contest: those that it forks and those that it spawns. */
final class Pythons implements AutoCloseable {
  private static final String SCRIPT = "process_pools.py";

  private final Path folder;
  private final Path script;
  private final Plan plan;
  private final List<Python> pythons = new ArrayList<>();

  Pythons(Plan plan) throws IOException {
    this.plan = plan;
    this.folder = Files.createTempDirectory("brood-benchmark-");
    this.script = folder.resolve(SCRIPT);
    try (InputStream source = Pythons.class.getResourceAsStream(SCRIPT)) {
      if (source == null) {
        throw new IOException(SCRIPT + " is missing on the class path");
      }
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
    for (String method : List.of("fork", "spawn")) {
      pythons.add(Python.start(method, command(method)));
    }
  }

  private List<String> command(String method) {
    return List.of(
        plan.python(), "-B", script.toString(), "--method=" + method, "--workers=" + Plan.WORKERS);
  }

  /** Enters what one function of the script measures, in both ways to start processes. */
  void enter(Contest contest, String way, String function, long... arguments) {
    for (Python python : pythons) {
      python.enter(contest, way, function, arguments);
    }
  }

  /** Enters what only needs to be measured once, because no process of a pool has part in it. */
  void enterOnce(Contest contest, String way, String function, long... arguments) {
    Python python = pythons.get(0);
    if (python.reason().isEmpty()) {
      contest.way(way, python.turn(function, arguments));
    } else {
      contest.without(way, python.reason());
    }
  }

  /** Enters interpreters that start anew, and each a pool, up to its first result. */
  void enterCold(Contest contest, String fromMain, String fromLaunch) {
    for (Python python : pythons) {
      if (python.reason().isEmpty()) {
        List<String> command = new ArrayList<>(command(python.method()));
        command.add("--cold");
        contest.way(python.named(fromMain), Launch.asItTells(command));
        contest.way(python.named(fromLaunch), Launch.upToItsLine(command));
      } else {
        contest.without(python.named(fromMain), python.reason());
        contest.without(python.named(fromLaunch), python.reason());
      }
    }
  }

  List<Python> each() {
    return pythons;
  }

  /** Which version of Python runs, or why none does. */
  static String version(Plan plan) throws IOException {
    try (Pythons pythons = new Pythons(plan)) {
      Python first = pythons.pythons.get(0);
      return first.reason().isEmpty() ? "Python " + first.version() : first.reason();
    }
  }

  @Override
  public void close() throws IOException {
    for (Python python : pythons) {
      python.close();
    }
    Files.deleteIfExists(script);
    Files.deleteIfExists(folder);
  }
}
