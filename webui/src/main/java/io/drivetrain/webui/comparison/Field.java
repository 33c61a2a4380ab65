package io.drivetrain.webui.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Something that runs have, by its name: {@code params.depth}, {@code metrics.rmse}. */
public record Field(Kind kind, String name) implements Comparable<Field> {
  private static final Comparator<Field> ORDER =
      Comparator.comparing(Field::kind).thenComparing(Field::name);

  /** Where a value comes from; in this order on the page. */
  public enum Kind {
    PARAMS,
    METRICS,
    TAGS;

    String prefix() {
      return name().toLowerCase(Locale.ROOT) + ".";
    }
  }

  public static Field param(String name) {
    return new Field(Kind.PARAMS, name);
  }

  public static Field metric(String name) {
    return new Field(Kind.METRICS, name);
  }

  public static Field tag(String name) {
    return new Field(Kind.TAGS, name);
  }

  /** Reads what {@link #text} writes. */
  public static Optional<Field> parse(String text) {
    return Arrays.stream(Kind.values())
        .filter(kind -> text.startsWith(kind.prefix()) && text.length() > kind.prefix().length())
        .map(kind -> new Field(kind, text.substring(kind.prefix().length())))
        .findFirst();
  }

  /** As MLflow's search language names it: {@code params.depth}. */
  public String text() {
    return kind.prefix() + name;
  }

  /** Its value as it was logged; empty when the run has none. */
  public Optional<String> of(ComparedRun run) {
    return switch (kind) {
      case PARAMS -> Optional.ofNullable(run.params().get(name));
      case METRICS -> Optional.ofNullable(run.metrics().get(name)).map(String::valueOf);
      case TAGS -> Optional.ofNullable(run.tags().get(name));
    };
  }

  /** Its value as a finite number; empty when it is something else. */
  public OptionalDouble numberOf(ComparedRun run) {
    if (kind == Kind.METRICS) {
      Double value = run.metrics().get(name);
      return value == null || !Double.isFinite(value)
          ? OptionalDouble.empty()
          : OptionalDouble.of(value);
    }
    return of(run).map(Field::number).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble number(String text) {
    if (text.isEmpty() || Character.isLetter(text.charAt(text.length() - 1))) {
      return OptionalDouble.empty(); // Java reads 1d and NaN as numbers, people do not
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException noNumber) {
      return OptionalDouble.empty();
    }
  }

  @Override
  public int compareTo(Field other) {
    return ORDER.compare(this, other);
  }
}
