package io.drivetrain.webui.trackingrun.ui;

import io.drivetrain.webui.trackingrun.TrackingRun.LoggedMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** What the metrics of a run are drawn over. */
enum ChartBy {
  STEP,
  /** On the clock. */
  TIME,
  /** Seconds since the run started. */
  RELATIVE;

  /** In an address. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ChartBy of(String key) {
    return Arrays.stream(values()).filter(by -> by.key().equals(key)).findFirst().orElse(STEP);
  }

  /** Of an axis of ECharts. */
  String type() {
    return this == TIME ? "time" : "value";
  }

  double place(LoggedMetric point, Instant start) {
    return switch (this) {
      case STEP -> point.step();
      case TIME -> point.time().toEpochMilli();
      case RELATIVE -> Duration.between(start, point.time()).toMillis() / 1000.0;
    };
  }
}
