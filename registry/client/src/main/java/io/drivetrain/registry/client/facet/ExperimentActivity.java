package io.drivetrain.registry.client.facet;

import java.time.Instant;
import java.util.Optional;

/**
 * How much goes on in an experiment.
 *
 * @param runs that are not in the trash
 * @param running how many of them have not ended
 * @param deletedRuns that are in the trash
 * @param lastStart of the runs not in the trash
 */
public record ExperimentActivity(
    String experimentId, long runs, long running, long deletedRuns, Optional<Instant> lastStart) {

  /** Of an experiment without runs. */
  public static ExperimentActivity none(String experimentId) {
    return new ExperimentActivity(experimentId, 0, 0, 0, Optional.empty());
  }
}
