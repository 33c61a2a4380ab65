package io.drivetrain.webui.comparison.ui;

import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.comparison.Narrowing;
import io.drivetrain.webui.comparison.Range;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranges as an address has them: {@code metrics.rmse:0.1:0.25}. */
final class Ranges {
  private static final Pattern RANGE = Pattern.compile("(.+):([-+.0-9Ee]+):([-+.0-9Ee]+)");

  private Ranges() {}

  /** What is no range is passed over. */
  static Narrowing read(List<String> texts) {
    return new Narrowing(texts.stream().map(Ranges::range).flatMap(Optional::stream).toList());
  }

  static List<String> write(Narrowing narrowing) {
    return narrowing.ranges().stream()
        .map(range -> "%s:%s:%s".formatted(range.field().text(), range.low(), range.high()))
        .toList();
  }

  private static Optional<Range> range(String text) {
    Matcher parts = RANGE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      double low = Double.parseDouble(parts.group(2));
      double high = Double.parseDouble(parts.group(3));
      return Field.parse(parts.group(1)).map(field -> new Range(field, low, high));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
