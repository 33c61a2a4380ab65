package io.drivetrain.pipeline.engine.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Suggests a known name for a misspelled one. */
public final class Suggestion {
  private static final int LONGEST_NAME = 64;
  private static final DamerauLevenshteinDistance TYPING_ERRORS = new DamerauLevenshteinDistance();

  private Suggestion() {}

  /** "known are a, b, c; did you mean 'b'?", in alphabetical order. */
  public static String among(Collection<String> known, String name) {
    String all = known.stream().sorted().collect(Collectors.joining(", "));
    return "known are "
        + all
        + nearest(name, known).map("; did you mean '%s'?"::formatted).orElse("");
  }

  /**
   * The known name with the fewest typing errors, whatever the case of its letters; empty when none
   * has at most a third of the name's letters wrong.
   */
  private static Optional<String> nearest(String name, Collection<String> known) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> errors(name, candidate) <= Math.max(1, name.length() / 3))
        .min(
            Comparator.<String>comparingInt(candidate -> errors(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int errors(String name, String candidate) {
    return TYPING_ERRORS.apply(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
  }
}
