package dev.brood.example.rangecount;

import java.io.PrintStream;

/** What the times mean, in words. */
record Advice(int workers, int rows, long serialNanos, long mapNanos, long blockingNanos) {

  void print(PrintStream out) {
    double work = (double) serialNanos / rows;
    double handOver = (double) mapNanos / rows;
    out.printf("%nWhich form to choose%n");
    out.println("  many inputs              map; a lambda binds further arguments");
    out.println("  … some of which fail     outcomes, which tells what became of each");
    out.println("  … more than memory holds stream, which has a few of them under way");
    out.println("  one result, needed now   a blocking call");
    out.println("  other work meanwhile     the asynchronous proxy, and join or get in the end");
    out.println("  results as they come     streamAsCompleted, or callbacks");
    out.printf("%nWhen serial wins%n");
    out.printf("  Counting one row takes %,.0f ns. Having it counted elsewhere costs%n", work);
    out.printf(
        "  %,.0f ns by map and %,.0f ns by a blocking call.%n",
        handOver, (double) blockingNanos / rows);
    out.println(
        serialNanos <= mapNanos
            ? "  So the loop wins here, as it always does for calls as small as these."
            : "  So map wins here, even for calls as small as these.");
    if (workers > 1) {
      // Serial, a call costs its work w; by map, w / workers and the hand-over. They are equal at:
      double breakEven = handOver * workers / (workers - 1);
      out.printf(
          "  With %d workers map is faster where a call works for more than %.1f microseconds.%n",
          workers, breakEven / 1e3);
    } else {
      out.println("  With a single worker no call is large enough to be faster elsewhere.");
    }
    out.println(
        "  Threads (a parallel stream) pay much earlier. A process is worth its price where code\n"
            + "  may crash, leak, hang or be killed, or needs a heap or static state of its own.");
  }
}
