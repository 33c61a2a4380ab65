import java.util.Arrays;

/**
 * What was measured.
 *
 * @param latencies in nanoseconds, ascending
 * @param seconds from the first request to the last answer
 * @param bytes of all answers
 */
record Figure(long[] latencies, double seconds, long bytes, long registryMegabytes) {
  Figure {
    Arrays.sort(latencies);
  }

  double perSecond() {
    return latencies.length / seconds;
  }

  double medianMillis() {
    return quantile(0.5);
  }

  double p99Millis() {
    return quantile(0.99);
  }

  double kilobytesEach() {
    return bytes / 1024.0 / latencies.length;
  }

  private double quantile(double share) {
    return latencies[(int) Math.min(latencies.length - 1L, Math.round(share * latencies.length))] / 1e6;
  }
}
