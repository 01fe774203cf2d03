package dev.brood.example.readme;

import dev.brood.Parallel;
import java.util.Collections;
import java.util.List;

// region records
final class Weather {
  record Readings(String station, List<Double> celsius) {}

  record Extremes(String station, double lowest, double highest) {}

  @Parallel
  static Extremes extremes(Readings readings) {
    List<Double> celsius = readings.celsius();
    return new Extremes(readings.station(), Collections.min(celsius), Collections.max(celsius));
  }
}
// endregion
