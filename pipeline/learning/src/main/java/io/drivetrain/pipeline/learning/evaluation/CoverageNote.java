package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.pipeline.api.evaluation.IntervalCoverage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells people where intervals hold more or less than they promise. */
final class CoverageNote {
  private static final int MOST_NAMED = 5;

  private CoverageNote() {}

  /** Empty when no part is more than 5 points off. */
  static Optional<String> of(IntervalCoverage coverage) {
    List<IntervalCoverage.Part> off = coverage.off();
    if (off.isEmpty()) {
      return Optional.empty();
    }
    String named =
        off.stream().limit(MOST_NAMED).map(CoverageNote::named).collect(Collectors.joining("; "));
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The intervals hold %.1f %% of the actual values, %.0f %% were asked for. In %d of %d"
                + " parts they are more than 5 points off: %s%s.",
            coverage.measured() * 100,
            coverage.asked() * 100,
            off.size(),
            coverage.parts().size(),
            named,
            off.size() > MOST_NAMED ? ", and others" : ""));
  }

  private static String named(IntervalCoverage.Part part) {
    return String.format(
        Locale.ROOT,
        "%s %s %.1f %% of %d rows, give or take %.1f",
        part.by(),
        part.slice(),
        part.measured() * 100,
        part.rows(),
        2 * part.standardError() * 100);
  }
}
