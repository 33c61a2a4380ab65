package io.drivetrain.webui.experiment;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a table of runs.
 *
 * @param width in CSS pixels; empty: as wide as it needs
 */
public record RunColumn(RunField field, OptionalInt width) {
  /** No key of MLflow has an @. */
  private static final Pattern WITH_WIDTH = Pattern.compile("(.+)@(\\d{2,4})");

  public RunColumn(RunField field) {
    this(field, OptionalInt.empty());
  }

  /** For addresses: {@code metrics.rmse@120}. */
  public String text() {
    return width.isPresent() ? field.text() + "@" + width.getAsInt() : field.text();
  }

  /** What {@link #text} wrote; empty for anything else. */
  public static Optional<RunColumn> parse(String text) {
    Matcher sized = WITH_WIDTH.matcher(text);
    return sized.matches()
        ? RunField.parse(sized.group(1))
            .map(field -> new RunColumn(field, OptionalInt.of(Integer.parseInt(sized.group(2)))))
        : RunField.parse(text).map(RunColumn::new);
  }
}
