package io.drivetrain.webui.comparison;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * A field as a scale: of numbers, or of texts in their order, whose place on the scale is their
 * number from 0.
 *
 * @param categories empty for a scale of numbers
 */
public record Axis(Field field, List<String> categories) {
  private static final double WIDE = 1000;

  public Axis {
    categories = List.copyOf(categories);
  }

  /** A scale of numbers if every value that there is is one. */
  public static Axis of(Field field, List<ComparedRun> runs) {
    boolean isNumeric =
        field.kind() == Field.Kind.METRICS
            || runs.stream()
                .filter(run -> field.of(run).isPresent())
                .allMatch(run -> field.numberOf(run).isPresent());
    if (isNumeric) {
      return new Axis(field, List.of());
    }
    TreeSet<String> texts = new TreeSet<>();
    runs.forEach(run -> field.of(run).ifPresent(texts::add));
    return new Axis(field, List.copyOf(texts));
  }

  public boolean isNumeric() {
    return categories.isEmpty();
  }

  /** Positive numbers that differ so much that their magnitudes tell more. */
  public boolean isWide(Collection<ComparedRun> runs) {
    double[] places =
        runs.stream().map(this::place).flatMapToDouble(OptionalDouble::stream).toArray();
    double least = Arrays.stream(places).min().orElse(0);
    return isNumeric() && least > 0 && Arrays.stream(places).max().orElse(0) / least >= WIDE;
  }

  /** Where a run is on the scale; empty when it is not on it. */
  public OptionalDouble place(ComparedRun run) {
    if (isNumeric()) {
      return field.numberOf(run);
    }
    Optional<String> text = field.of(run);
    int index = text.map(categories::indexOf).orElse(-1);
    return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(index);
  }
}
