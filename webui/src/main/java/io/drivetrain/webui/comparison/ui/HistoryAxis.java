package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.History;
import io.drivetrain.webui.comparison.MetricPoint;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a metric is drawn over. */
enum HistoryAxis {
  STEP("value"),
  /** On the clock. */
  TIME("time"),
  /** Seconds since the run started. */
  RELATIVE("value");

  private final String type;

  HistoryAxis(String type) {
    this.type = type;
  }

  /** Of an axis of ECharts. */
  String type() {
    return type;
  }

  /** In an address. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static HistoryAxis of(Optional<String> key) {
    return Arrays.stream(values())
        .filter(axis -> key.filter(axis.key()::equals).isPresent())
        .findFirst()
        .orElse(STEP);
  }

  double place(History history, MetricPoint point) {
    return switch (this) {
      case STEP -> point.step();
      case TIME -> point.time().toEpochMilli();
      case RELATIVE ->
          Duration.between(history.run().startedAt(), point.time()).toMillis() / 1000.0;
    };
  }
}
