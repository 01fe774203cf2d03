package dev.brood.benchmark;

import java.util.Locale;

/** Numbers as people like to read them: three digits that count. */
final class Units {
  private Units() {}

  static String duration(double nanos) {
    if (nanos < 999.5) {
      return digits(nanos) + " ns";
    }
    if (nanos < 999.5e3) {
      return digits(nanos / 1e3) + " µs";
    }
    return nanos < 999.5e6 ? digits(nanos / 1e6) + " ms" : digits(nanos / 1e9) + " s";
  }

  /** How many a second. */
  static String rate(double perSecond) {
    if (perSecond < 999.5) {
      return digits(perSecond) + "/s";
    }
    return perSecond < 999.5e3
        ? digits(perSecond / 1e3) + " k/s"
        : digits(perSecond / 1e6) + " M/s";
  }

  static String factor(double factor) {
    return digits(factor) + " ×";
  }

  static String percent(double share) {
    return digits(share * 100) + " %";
  }

  static String gigabytesPerSecond(double bytesPerSecond) {
    return digits(bytesPerSecond / 1e9) + " GB/s";
  }

  static String mebibytes(double bytes) {
    return digits(bytes / (1 << 20)) + " MiB";
  }

  /** A count of things, in full. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String digits(double value) {
    double size = Math.abs(value);
    boolean whole = value == Math.rint(value);
    int decimals =
        whole || size >= 99.95 || size < 0.0005 ? 0 : size >= 9.995 ? 1 : size >= 0.995 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
