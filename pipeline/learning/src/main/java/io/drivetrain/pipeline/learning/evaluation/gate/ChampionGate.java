package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.evaluation.statistics.PairedBootstrap;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Not worse than the champion on the same rows: a paired bootstrap of the differences of absolute
 * errors (for classes: of log losses) shows, with this confidence, a mean less than the margin
 * above the champion's. Passed when there is no champion, or none that can read the rows.
 *
 * @param margin share of the champion's mean absolute error, or log loss; absent: 0.01
 * @param confidence absent: 0.95
 * @param resamples of the bootstrap; absent: 2000
 */
public record ChampionGate(Double margin, Double confidence, Integer resamples, Severity severity)
    implements AnyTaskGate {
  private static final long BOOTSTRAP_SEED = 20L;

  public ChampionGate {
    severity = Gate.orError(severity);
    margin = Objects.requireNonNullElse(margin, 0.01);
    confidence = Objects.requireNonNullElse(confidence, 0.95);
    resamples = Objects.requireNonNullElse(resamples, 2000);
    if (!(margin >= 0)) {
      throw new IllegalArgumentException("margin must be 0 or more");
    }
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be above 0.5 and below 1");
    }
    if (resamples < 100) {
      throw new IllegalArgumentException("resamples must be at least 100");
    }
  }

  @Override
  public boolean asks(Task task) {
    return true;
  }

  @Override
  public GateResult ask(HoldOutMetrics metrics, Champion champion) {
    return switch (champion) {
      case Champion.None _ ->
          result(
              true,
              "no model is in production yet",
              new GateDetails.NoComparison("", Optional.empty()));
      case Champion.Unusable unusable ->
          result(
              true,
              "version %s in production could not be compared, so the other gates decide: %s"
                  .formatted(unusable.version(), unusable.reason()),
              new GateDetails.NoComparison(unusable.version(), Optional.of(unusable.reason())));
      case Champion.Compared compared -> compare(compared);
    };
  }

  private GateResult compare(Champion.Compared compared) {
    PairedBootstrap bootstrap =
        PairedBootstrap.of(
            compared.challengerErrors(),
            compared.championErrors(),
            resamples,
            confidence,
            BOOTSTRAP_SEED);
    double allowed = margin * compared.meanError();
    GateDetails details =
        new GateDetails.ChampionComparison(
            compared.version(),
            compared.championErrors().length,
            compared.meanError(),
            bootstrap.meanDifference(),
            bootstrap.upperBound(),
            allowed,
            confidence);
    boolean classes = compared.metrics().value(Metric.LOG_LOSS).isPresent();
    String number = classes ? "%+.4f" : "%+.2f";
    String comparison =
        String.format(
            Locale.ROOT,
            "compared with version %s the %s changes by NUMBER, with %.0f %% confidence by less than NUMBER; the limit is NUMBER"
                .replace("NUMBER", number),
            compared.version(),
            classes ? "log loss" : "mean absolute error",
            bootstrap.meanDifference(),
            confidence * 100,
            bootstrap.upperBound(),
            allowed);
    return result(
        bootstrap.upperBound() < allowed || bootstrap.upperBound() <= 0, comparison, details);
  }

  private GateResult result(boolean passed, String comparison, GateDetails details) {
    return new GateResult("champion", severity, passed, comparison, details);
  }
}
