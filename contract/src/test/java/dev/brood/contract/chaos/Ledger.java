package dev.brood.contract.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The account of all calls: each is given a number, and has exactly one {@link Verdict} in the end,
 * which tells how often it may have begun. The {@link Book} tells how often it has. Thread-safe.
 */
final class Ledger implements Closeable {
  private final Path path;
  private final LongAdder settled;
  private final Book book;
  private final AtomicInteger next = new AtomicInteger();
  private final LongAdder sum = new LongAdder();
  private final Map<Verdict, LongAdder> counts = new EnumMap<>(Verdict.class);
  private final Set<Long> workers = ConcurrentHashMap.newKeySet();

  /**
   * Begins an account.
   *
   * @param path of the book, which does not exist yet
   * @param settled incremented whenever the outcome of a call is known
   */
  Ledger(Path path, LongAdder settled) throws IOException {
    this.settled = settled;
    this.path = Files.createFile(path);
    book = new Book(path);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, new LongAdder());
    }
  }

  /** Where calls find the book. */
  String book() {
    return path.toString();
  }

  /** Gives so many numbers, of which this is the first. */
  int take(int count) {
    return next.getAndUpdate(first -> Math.addExact(first, count));
  }

  /** Says what has become of a call. */
  void settle(int number, Verdict verdict, boolean repeatable) {
    if (!book.judge(number, verdict.code(repeatable))) {
      throw new AssertionError("call " + number + " ends twice: " + verdict);
    }
    counts.get(verdict).increment();
    settled.increment();
    long process = book.process(number);
    if (process != 0) {
      workers.add(process);
    }
  }

  /** Takes a value, which must be right. */
  void value(int number, long value, boolean repeatable) {
    if (value != Errands.answer(number)) {
      throw new AssertionError("call " + number + " has the value of another one: " + value);
    }
    sum.add(value);
    settle(number, Verdict.VALUE, repeatable);
  }

  /** How often a call has begun. */
  int begun(int number) {
    return book.begun(number);
  }

  /** In which process it has; 0 if it has not. */
  long process(int number) {
    return book.process(number);
  }

  /** Of the given processes, those in which calls have begun. */
  List<ProcessHandle> workersAmong(List<ProcessHandle> processes) {
    workers.retainAll(processes.stream().map(ProcessHandle::pid).toList());
    return processes.stream().filter(process -> workers.contains(process.pid())).toList();
  }

  /** How many calls there are by what has become of them. */
  Map<Verdict, Long> counts() {
    Map<Verdict, Long> result = new EnumMap<>(Verdict.class);
    counts.forEach((verdict, count) -> result.put(verdict, count.sum()));
    return result;
  }

  /** How many calls have their outcome. */
  long settled() {
    return settled.sum();
  }

  /** How many calls were submitted. */
  long submitted() {
    return next.get() - counts.get(Verdict.UNUSED).sum();
  }

  /** Holds all against the book, when nothing runs any more; returns what is wrong. */
  List<String> audit() {
    List<String> wrong = new ArrayList<>();
    long expected = 0;
    long answered = 0;
    for (int number = 0; number < next.get() && wrong.size() < 20; number++) {
      int code = book.verdict(number);
      Verdict verdict = Verdict.of(code);
      if (verdict == Verdict.OPEN) {
        wrong.add("call " + number + " has no answer");
      } else if (!Verdict.allows(code, book.begun(number))) {
        wrong.add("call " + number + ", " + verdict + ", began " + book.begun(number) + " times");
      }
      if (verdict == Verdict.VALUE) {
        expected += Errands.answer(number);
      }
      answered += verdict == Verdict.UNUSED ? 0 : 1;
    }
    if (wrong.isEmpty() && expected != sum.sum()) {
      wrong.add("the sum of all values is " + sum.sum() + " instead of " + expected);
    }
    if (wrong.isEmpty() && answered != submitted()) {
      wrong.add("of " + submitted() + " calls, " + answered + " have an outcome");
    }
    return wrong;
  }

  @Override
  public void close() throws IOException {
    Files.delete(path);
  }
}
