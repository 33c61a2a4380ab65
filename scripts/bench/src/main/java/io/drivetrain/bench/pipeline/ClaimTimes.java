package io.drivetrain.bench.pipeline;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a replica's claims took by its own histogram: from the request for a connection until
 * the commit, of claims that got a step.
 *
 * @param counts of the claims that took at most so many seconds
 */
record ClaimTimes(SortedMap<Double, Long> counts) {
  private static final Pattern BUCKET =
      Pattern.compile("(?m)^drivetrain_pipeline_claims_seconds_bucket\\{le=\"([^\"]+)\"} (\\S+)$");

  /** Since its start. */
  static ClaimTimes of(Replica replica) throws IOException {
    return parse(replica.get("/metrics").body());
  }

  /**
   * @param metrics in the text format of Prometheus
   * @throws IOException if the histogram is not among them
   */
  static ClaimTimes parse(String metrics) throws IOException {
    SortedMap<Double, Long> counts = new TreeMap<>();
    Matcher bucket = BUCKET.matcher(metrics);
    while (bucket.find()) {
      counts.put(seconds(bucket.group(1)), (long) Double.parseDouble(bucket.group(2)));
    }
    if (counts.isEmpty()) {
      throw new IOException("/metrics has no histogram drivetrain_pipeline_claims_seconds");
    }
    return new ClaimTimes(counts);
  }

  private static double seconds(String bound) {
    return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
  }

  ClaimTimes since(ClaimTimes earlier) {
    SortedMap<Double, Long> later = new TreeMap<>(counts);
    later.replaceAll((bound, count) -> count - earlier.counts.getOrDefault(bound, 0L));
    return new ClaimTimes(later);
  }

  long count() {
    return counts.get(counts.lastKey());
  }

  /**
   * The upper bound of the bucket in which that share of the claims ends: at most a third too much.
   */
  double millis(double share) {
    return 1000
        * counts.entrySet().stream()
            .filter(bucket -> bucket.getValue() >= share * count())
            .findFirst()
            .orElseThrow()
            .getKey();
  }
}
