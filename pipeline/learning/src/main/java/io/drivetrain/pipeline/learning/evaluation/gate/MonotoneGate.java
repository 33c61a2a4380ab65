package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The prediction moves one way with a number: of a sample of the hold-out each row is predicted at
 * low, middle and high values of the feature, and neighbours are compared.
 *
 * @param tolerance share of a prediction that it may move the other way; absent: 0.02
 * @param mostly least share of the comparisons in which it does not move further the other way
 */
public record MonotoneGate(
    String feature, Direction direction, Double tolerance, double mostly, Severity severity)
    implements HoldOutGate {
  public MonotoneGate {
    severity = Gate.orError(severity);
    tolerance = Objects.requireNonNullElse(tolerance, 0.02);
    Objects.requireNonNull(feature, "a monotone gate needs a feature");
    Objects.requireNonNull(direction, "a monotone gate needs a direction: rising or falling");
    if (!(mostly >= 0 && mostly <= 1)) {
      throw new IllegalArgumentException("mostly is a share and must be from 0 to 1");
    }
  }

  @Override
  public Optional<Fault> fault(FeatureSchema schema) {
    boolean numeric =
        schema.features().stream()
            .anyMatch(one -> one instanceof NumericFeature && one.name().equals(feature));
    return numeric
        ? Optional.empty()
        : Optional.of(new Fault("feature", "there is no numeric feature '" + feature + "'"));
  }

  @Override
  public GateResult ask(EvaluationContext evaluation) {
    String name = "monotone " + feature;
    OptionalDouble probed =
        new MonotoneProbe(evaluation.challenger(), evaluation.holdOut()).share(this);
    if (probed.isEmpty()) {
      String nothing = "no row of the hold-out has a value of %s".formatted(feature);
      return new GateResult(name, severity, false, nothing, new GateDetails.None());
    }
    double share = probed.getAsDouble();
    String comparison =
        String.format(
            Locale.ROOT,
            "%.1f %% of the probes are %s, within a tolerance of %.1f %%; the minimum is %.1f %%",
            share * 100,
            direction.key(),
            tolerance * 100,
            mostly * 100);
    return new GateResult(
        name,
        severity,
        share >= mostly,
        comparison,
        new GateDetails.Monotone(share, mostly, tolerance));
  }
}
