package io.drivetrain.pipeline.engine.definition;

import io.drivetrain.models.name.NearestName;
import java.util.Collection;
import java.util.stream.Collectors;

/** What to write in the place of a name that nobody knows. */
public final class Suggestion {
  private Suggestion() {}

  /** "known are a, b, c; did you mean 'b'?", in alphabetical order. */
  public static String among(Collection<String> known, String name) {
    String all = known.stream().sorted().collect(Collectors.joining(", "));
    String nearest = NearestName.of(name, known).map("; did you mean '%s'?"::formatted).orElse("");
    return "known are " + all + nearest;
  }
}
