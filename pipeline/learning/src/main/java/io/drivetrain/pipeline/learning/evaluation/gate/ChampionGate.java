package io.drivetrain.pipeline.learning.evaluation.gate;

import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.metric.Metric;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.statistics.PairedBootstrap;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Champion against challenger on the same rows: a paired bootstrap of the differences of absolute
 * errors (for classes: of log losses) says, with this confidence, how far the challenger's mean
 * absolute error lies from the champion's at most. Passed when there is no champion, or none that
 * can read the rows.
 *
 * <p>Two models of the same recipe differ by chance: they learned from other rows, and are measured
 * on a few. The margin is therefore as wide as the noise of equal models needs it, which the
 * champion's training has estimated, but never narrower than {@code margin} or wider than {@code
 * most}.
 *
 * @param policy when the challenger takes the place; absent: not-worse
 * @param margin least margin, as a share of the champion's mean absolute error inside the training
 *     range, or of its log loss; absent: 0.01
 * @param most greatest margin, as such a share; absent: 0.04, or the least margin when that is more
 * @param confidence absent: 0.95
 * @param resamples of the bootstrap; absent: 2000
 */
public record ChampionGate(
    ChampionPolicy policy,
    Double margin,
    Double most,
    Double confidence,
    Integer resamples,
    Severity severity)
    implements AnyTaskGate {
  /** In standard deviations; a few models estimate them, so that more than 1.64 are needed. */
  private static final double REACH_OF_NOISE = 2;

  private static final long BOOTSTRAP_SEED = 20L;

  public ChampionGate {
    severity = Gate.orError(severity);
    policy = Objects.requireNonNullElse(policy, ChampionPolicy.NOT_WORSE);
    margin = Objects.requireNonNullElse(margin, 0.01);
    most = Objects.requireNonNullElse(most, Math.max(margin, 0.04));
    confidence = Objects.requireNonNullElse(confidence, 0.95);
    resamples = Objects.requireNonNullElse(resamples, 2000);
    if (!(margin >= 0)) {
      throw new IllegalArgumentException("margin must be 0 or more");
    }
    if (!(most >= margin)) {
      throw new IllegalArgumentException("most must be the margin or more");
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
    double allowed = allowed(compared, bootstrap);
    GateDetails details =
        new GateDetails.ChampionComparison(
            compared.version(),
            compared.championErrors().length,
            compared.meanError(),
            bootstrap.meanDifference(),
            bootstrap.upperBound(),
            policy == ChampionPolicy.BETTER ? 0 : allowed,
            confidence,
            policy.key(),
            bootstrap.lowerBound(),
            compared.noise(),
            compared.readable());
    return result(passes(bootstrap, allowed), comparison(compared, bootstrap, allowed), details);
  }

  /** The margin that equal models need, within the bounds of the gate. */
  private double allowed(Champion.Compared compared, PairedBootstrap bootstrap) {
    double needed =
        bootstrap.upperBound() - bootstrap.meanDifference() + REACH_OF_NOISE * compared.noise();
    double usual = compared.usualError();
    return Math.clamp(needed, margin * usual, most * usual);
  }

  private boolean passes(PairedBootstrap bootstrap, double allowed) {
    return switch (policy) {
      case BETTER -> bootstrap.upperBound() < 0;
      case NOT_WORSE -> bootstrap.upperBound() < allowed || bootstrap.upperBound() <= 0;
      case FRESH -> bootstrap.lowerBound() <= allowed;
    };
  }

  private String comparison(Champion.Compared compared, PairedBootstrap bootstrap, double allowed) {
    boolean classes = compared.metrics().value(Metric.LOG_LOSS).isPresent();
    String number = classes ? "%+.4f" : "%+.2f";
    String rows =
        compared.isOfNewestRows()
            ? " on the %d newest rows of %d"
                .formatted(compared.championErrors().length, compared.readable())
            : "";
    String limit =
        switch (policy) {
          case BETTER -> "the policy 'better' needs less than 0";
          case NOT_WORSE -> String.format(Locale.ROOT, "the limit is " + number, allowed);
          case FRESH ->
              String.format(
                  Locale.ROOT,
                  "by at least NUMBER, of which the policy 'fresh' allows NUMBER"
                      .replace("NUMBER", number),
                  bootstrap.lowerBound(),
                  allowed);
        };
    return String.format(
        Locale.ROOT,
        "compared with version %s%s the %s changes by NUMBER, with %.0f %% confidence by less than NUMBER; %s"
            .replace("NUMBER", number),
        compared.version(),
        rows,
        classes ? "log loss" : "mean absolute error",
        bootstrap.meanDifference(),
        confidence * 100,
        bootstrap.upperBound(),
        limit);
  }

  private GateResult result(boolean passed, String comparison, GateDetails details) {
    return new GateResult("champion", severity, passed, comparison, details);
  }
}
