import java.util.Collection;
import java.util.List;

/** Measured times, ascending. */
record Millis(List<Double> values) {
  static Millis of(Collection<Double> values) {
    return new Millis(values.stream().sorted().toList());
  }

  double p50() {
    return quantile(0.5);
  }

  double p95() {
    return quantile(0.95);
  }

  private double quantile(double share) {
    return values.get((int) Math.min(values.size() - 1L, Math.round(share * values.size())));
  }
}
