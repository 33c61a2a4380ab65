package io.drivetrain.pipeline.engine.parameter;

import io.drivetrain.pipeline.api.definition.ParameterType;
import java.math.BigDecimal;
import java.util.Optional;

/** The rules that a value read from JSON or YAML must obey to be of a {@link ParameterType}. */
final class ParameterValue {
  private static final int LONGEST_TEXT = 4096;

  private ParameterValue() {}

  static Optional<String> fault(ParameterType type, Double min, Double max, Object value) {
    if (!isOf(type, value)) {
      return Optional.of("must be %s, not %s".formatted(type.words(), shown(value)));
    }
    if (value instanceof Number number) {
      return boundFault(min, max, number.doubleValue());
    }
    return Optional.empty();
  }

  private static boolean isOf(ParameterType type, Object value) {
    return switch (type) {
      case TEXT -> value instanceof String text && text.length() <= LONGEST_TEXT;
      case FILE -> value instanceof String text && DataFolder.isPlainPath(text);
      case BOOLEAN -> value instanceof Boolean;
      case INTEGER -> value instanceof Integer;
      case NUMBER -> value instanceof Number number && Double.isFinite(number.doubleValue());
    };
  }

  private static Optional<String> boundFault(Double min, Double max, double value) {
    if (min != null && value < min) {
      return Optional.of("must be at least %s, not %s".formatted(plain(min), plain(value)));
    }
    if (max != null && value > max) {
      return Optional.of("must be at most %s, not %s".formatted(plain(max), plain(value)));
    }
    return Optional.empty();
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String shown(Object value) {
    if (value == null) {
      return "null";
    }
    String text = value.toString();
    String cut = text.length() <= 80 ? text : text.substring(0, 80) + "...";
    return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
