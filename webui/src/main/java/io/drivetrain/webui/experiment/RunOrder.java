package io.drivetrain.webui.experiment;

import java.util.Optional;

/** By which field runs are ordered; what has no value comes last in both directions. */
public record RunOrder(RunField field, boolean descending) {
  private static final String DESCENDING = "-";

  /** For addresses: {@code -metrics.rmse} is the greatest first. */
  public String text() {
    return (descending ? DESCENDING : "") + field.text();
  }

  /** What {@link #text} wrote; empty for anything else. */
  public static Optional<RunOrder> parse(String text) {
    boolean descending = text.startsWith(DESCENDING);
    return RunField.parse(descending ? text.substring(1) : text)
        .filter(RunField::isSearchable)
        .map(field -> new RunOrder(field, descending));
  }

  /** As MLflow's {@code order_by}. */
  String orderBy() {
    return field.searchName() + (descending ? " DESC" : " ASC");
  }
}
