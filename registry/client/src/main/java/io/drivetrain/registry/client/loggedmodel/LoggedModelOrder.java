package io.drivetrain.registry.client.loggedmodel;

import java.util.Optional;

/**
 * One column that a search for logged models sorts by.
 *
 * @param field an attribute or a metric: {@code creation_timestamp}, {@code metrics.rmse}
 * @param on only points of the metric that were measured on these data; empty for all
 */
public record LoggedModelOrder(String field, boolean ascending, Optional<MeasuredOn> on) {
  public static LoggedModelOrder ascending(String field) {
    return new LoggedModelOrder(field, true, Optional.empty());
  }

  public static LoggedModelOrder descending(String field) {
    return new LoggedModelOrder(field, false, Optional.empty());
  }

  public LoggedModelOrder on(MeasuredOn data) {
    return new LoggedModelOrder(field, ascending, Optional.of(data));
  }
}
