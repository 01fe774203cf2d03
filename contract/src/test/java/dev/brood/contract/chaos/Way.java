package dev.brood.contract.chaos;

import java.io.IOException;

/** How a call goes on when it has signed the {@link Book}. */
enum Way {
  /** As it should. */
  WELL {
    @Override
    void go(int number) {
      busy(number % 16 == 0 ? 2_000_000 : number % 200 * 1_000L);
    }
  },

  /** It fails, by an exception that every caller knows. */
  THROW {
    @Override
    void go(int number) {
      throw new IllegalArgumentException(number + " is no good");
    }
  },

  /** More memory than there is. */
  OUT_OF_MEMORY {
    @Override
    void go(int number) {
      byte[][] hoard = new byte[1 << 10][];
      for (int i = 0; i < hoard.length; i++) {
        hoard[i] = new byte[32 << 20];
      }
    }
  },

  /** More levels than there are. */
  OVERFLOW {
    @Override
    void go(int number) {
      descend(1);
    }

    private int descend(int depth) {
      return depth < 0 ? depth : descend(depth + 1) + 1;
    }
  },

  /** The JVM ends in order. */
  EXIT {
    @Override
    void go(int number) {
      System.exit(number % 7);
    }
  },

  /** The JVM ends at once. */
  HALT {
    @Override
    void go(int number) {
      Runtime.getRuntime().halt(number % 7);
    }
  },

  /** As code does that is not Java. */
  SEGMENTATION_FAULT {
    @Override
    void go(int number) throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-SEGV", Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
      SPIN.go(number);
    }
  },

  /** The end of the JVM while a program that it has started lives on. */
  LEAVE_A_PROGRAM {
    @Override
    void go(int number) throws IOException, InterruptedException {
      new ProcessBuilder("sleep", "1000").start();
      HALT.go(number);
    }
  },

  /** It never ends, and does not care for interrupts. */
  SPIN {
    @Override
    @SuppressWarnings("InfiniteLoopStatement") // that is the point
    void go(int number) {
      int x = number;
      while (true) {
        x = Math.abs(x + 1);
      }
    }
  },

  /** It lasts until it is interrupted. */
  LAST {
    @Override
    void go(int number) throws InterruptedException {
      Thread.currentThread().join(); // with itself: for ever
    }
  };

  abstract void go(int number) throws IOException, InterruptedException;

  private static void busy(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
