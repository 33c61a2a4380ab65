package io.drivetrain.access.body;

import io.drivetrain.access.problem.FieldError;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** A field that a body does not have, with the one that was probably meant. */
final class UnknownField {
  private static final int LONGEST_NAME = 64;

  private UnknownField() {}

  static FieldError describe(String path, String name, Collection<String> known) {
    var suggestion = nearest(name, known).map("; did you mean '%s'?"::formatted).orElse(".");
    return new FieldError(
        path,
        "UNKNOWN_FIELD",
        "is not a known field%s Known fields: %s."
            .formatted(suggestion, known.stream().sorted().collect(Collectors.joining(", "))));
  }

  /** At most a third of the letters may be wrong; of several the first in the alphabet. */
  private static Optional<String> nearest(String name, Collection<String> known) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    var distance = new LevenshteinDistance(Math.max(1, name.length() / 3));
    return known.stream()
        .map(field -> Map.entry(field, distance.apply(lower(name), lower(field))))
        .filter(field -> field.getValue() >= 0)
        .min(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .map(Map.Entry::getKey);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
