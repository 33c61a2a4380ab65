package io.drivetrain.pipeline.api.promotion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.pipeline.api.gate.GateSummary;
import java.util.List;
import java.util.Optional;

/**
 * What the promotion to production produced.
 *
 * @param modelVersion of this run
 * @param formerVersion that was in production before; "" for none, empty when the version was
 *     withdrawn before any gate was evaluated
 * @param gates in the order in which they were evaluated
 * @param warnings one sentence for each gate of severity warn that did not pass
 * @param stage where the version is now; empty when it was withdrawn
 * @param alias that it was given; empty when it was withdrawn
 * @param inProduction the version that stays in production when this one was withdrawn; "" for none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ProductionResult(
    Optional<String> modelVersion,
    Optional<String> formerVersion,
    Optional<List<GateSummary>> gates,
    Optional<List<String>> warnings,
    Optional<String> stage,
    Optional<String> alias,
    Optional<String> inProduction)
    implements VersionedResult {

  public ProductionResult {
    gates = gates.map(List::copyOf);
    warnings = warnings.map(List::copyOf);
  }

  /** Of a version that has taken its place. */
  public static ProductionResult promoted(
      String version,
      String former,
      List<GateSummary> gates,
      List<String> warnings,
      String stage,
      String alias) {
    return new ProductionResult(
        Optional.of(version),
        Optional.of(former),
        Optional.of(gates),
        Optional.of(warnings),
        Optional.of(stage),
        Optional.of(alias),
        Optional.empty());
  }

  /** Of a version that a gate kept out of production. */
  public static ProductionResult rejected(
      String version,
      String former,
      List<GateSummary> gates,
      List<String> warnings,
      String inProduction) {
    return new ProductionResult(
        Optional.of(version),
        Optional.of(former),
        Optional.of(gates),
        Optional.of(warnings),
        Optional.empty(),
        Optional.empty(),
        Optional.of(inProduction));
  }

  /** Of a version that was withdrawn before any gate was evaluated. */
  public static ProductionResult withdrawn(String version, String inProduction) {
    return new ProductionResult(
        Optional.of(version),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(inProduction));
  }
}
