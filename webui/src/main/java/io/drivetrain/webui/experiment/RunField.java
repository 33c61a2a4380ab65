package io.drivetrain.webui.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that runs have, and that a column shows.
 *
 * @param key of the metric, param or tag, or the name of a {@link RunAttribute}
 */
public record RunField(Kind kind, String key) implements Comparable<RunField> {
  private static final Comparator<RunField> ORDER =
      Comparator.comparing(RunField::kind).thenComparing(RunField::key);

  /** In the order of columns where nobody chose one. */
  public enum Kind {
    ATTRIBUTE,
    METRIC,
    PARAM,
    TAG;

    /** {@code metrics}, as the search language and addresses name it. */
    String entity() {
      return name().toLowerCase(Locale.ROOT) + "s";
    }
  }

  public static RunField of(RunAttribute attribute) {
    return new RunField(Kind.ATTRIBUTE, attribute.name());
  }

  public static RunField metric(String key) {
    return new RunField(Kind.METRIC, key);
  }

  public static RunField param(String key) {
    return new RunField(Kind.PARAM, key);
  }

  public static RunField tag(String key) {
    return new RunField(Kind.TAG, key);
  }

  /** What {@link #text} wrote; empty for anything else. */
  public static Optional<RunField> parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return RunAttribute.of(text).map(RunField::of);
    }
    String key = text.substring(dot + 1);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.ATTRIBUTE && kind.entity().equals(text.substring(0, dot)))
        .filter(_ -> !key.isEmpty())
        .map(kind -> new RunField(kind, key))
        .findFirst();
  }

  /** For addresses and headings: {@code duration}, {@code metrics.rmse}. */
  public String text() {
    return kind == Kind.ATTRIBUTE ? attribute().text() : kind.entity() + "." + key;
  }

  /** In MLflow's search language, a key with other characters in quotes. */
  public String searchName() {
    return kind == Kind.ATTRIBUTE
        ? attribute().searchName()
        : kind.entity() + "." + SearchText.key(key);
  }

  /** Whether the registry can order by it, and filter. */
  public boolean isSearchable() {
    return kind != Kind.ATTRIBUTE || !attribute().searchName().isEmpty();
  }

  public boolean isNumber() {
    return kind == Kind.METRIC || kind == Kind.ATTRIBUTE && attribute().isNumber();
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  public RunAttribute attribute() {
    return RunAttribute.valueOf(key);
  }

  @Override
  public int compareTo(RunField other) {
    return ORDER.compare(this, other);
  }
}
