package dev.brood.contract.chaos;

import dev.brood.testkit.NoLeaks;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Does something bad to one worker after the other, from outside, until it is closed: everything
 * once, and then what its dice say.
 */
final class Killer implements Closeable {
  /** What it does. Another kind of trouble is another constant. */
  enum Trouble {
    /** As the operating system does when memory is scarce. */
    KILLED(16) {
      @Override
      void strike(ProcessHandle victim, Random random) {
        kill(victim);
      }
    },

    /** As an operator does. */
    TERMINATED(2) {
      @Override
      void strike(ProcessHandle victim, Random random) {
        signal("TERM", victim.pid());
      }
    },

    /** It hears and sees nothing for a while. */
    STOPPED_AND_CONTINUED(2) {
      @Override
      void strike(ProcessHandle victim, Random random) throws InterruptedException {
        signal("STOP", victim.pid());
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
        signal("CONT", victim.pid());
      }
    },

    /** It hears and sees nothing any more. */
    STOPPED_AND_KILLED(1) {
      @Override
      void strike(ProcessHandle victim, Random random) throws InterruptedException {
        signal("STOP", victim.pid());
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
        kill(victim);
      }
    },

    /** Any child, be it one that only just starts. */
    CHILD_KILLED(1) {
      @Override
      List<ProcessHandle> victims(Ledger ledger) {
        return NoLeaks.workers();
      }

      @Override
      void strike(ProcessHandle victim, Random random) {
        kill(victim);
      }
    };

    private final int weight;

    Trouble(int weight) {
      this.weight = weight;
    }

    /** Workers that have run calls. */
    List<ProcessHandle> victims(Ledger ledger) {
      return ledger.workersAmong(NoLeaks.children());
    }

    abstract void strike(ProcessHandle victim, Random random) throws InterruptedException;

    private static void kill(ProcessHandle victim) {
      boolean unused = victim.destroyForcibly(); // it may have ended already
    }
  }

  /**
   * So many calls end between two strikes. On a machine that is so busy that no worker gets ready
   * meanwhile nothing would ever move.
   */
  private static final int MERCY = 25;

  private final Ledger ledger;
  private final Duration pause;
  private final Random random;
  private final List<Trouble> kinds;
  private final List<Trouble> dice = new ArrayList<>();
  private final Map<Trouble, LongAdder> counts = new EnumMap<>(Trouble.class);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "killer");

  private Killer(Ledger ledger, Duration pause, Random random, List<Trouble> kinds) {
    this.ledger = ledger;
    this.pause = pause;
    this.random = random;
    this.kinds = kinds;
    for (Trouble kind : kinds) {
      counts.put(kind, new LongAdder());
      for (int i = 0; i < kind.weight; i++) {
        dice.add(kind);
      }
    }
  }

  /**
   * Begins.
   *
   * @param pause between two strikes
   * @param kinds what it does, by their weights; if there are none, it does nothing
   */
  static Killer start(Ledger ledger, Duration pause, Random random, List<Trouble> kinds) {
    Killer killer = new Killer(ledger, pause, random, kinds);
    killer.thread.setDaemon(true);
    killer.thread.start();
    return killer;
  }

  private void run() {
    try {
      long settled = 0;
      int strikes = 0;
      while (!dice.isEmpty() && !over.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        if (ledger.settled() < settled + MERCY) {
          continue;
        }
        settled = ledger.settled();
        Trouble trouble =
            strikes < kinds.size() ? kinds.get(strikes) : dice.get(random.nextInt(dice.size()));
        List<ProcessHandle> victims = trouble.victims(ledger);
        if (!victims.isEmpty()) {
          trouble.strike(victims.get(random.nextInt(victims.size())), random);
          counts.get(trouble).increment();
          strikes++;
        }
      }
    } catch (InterruptedException e) {
      // By nobody but the end of the JVM.
    }
  }

  /** How often it has done what. */
  Map<Trouble, Long> counts() {
    Map<Trouble, Long> result = new EnumMap<>(Trouble.class);
    counts.forEach((trouble, count) -> result.put(trouble, count.sum()));
    return result;
  }

  /** Sends a signal by the system's own command. */
  static void signal(String name, long pid) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
      int unused = kill.waitFor(); // there may be no such process any more
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends; nothing is done to anybody from here on. */
  @Override
  public void close() {
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
