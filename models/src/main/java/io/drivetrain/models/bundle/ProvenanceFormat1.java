package io.drivetrain.models.bundle;

import io.drivetrain.models.prediction.Task;
import java.time.Instant;
import java.util.Map;

/** {@link Provenance} as format 1 wrote it: every model was a regression. */
record ProvenanceFormat1(
    String dataSource,
    String dataHash,
    RowCounts rows,
    long splitSeed,
    String algorithm,
    Map<String, String> parameters,
    Library library,
    String commit,
    String jdk,
    Instant startedAt,
    Instant finishedAt) {

  Provenance provenance() {
    return new Provenance(
        dataSource,
        dataHash,
        rows,
        splitSeed,
        Task.REGRESSION,
        algorithm,
        parameters,
        library,
        commit,
        jdk,
        startedAt,
        finishedAt);
  }
}
