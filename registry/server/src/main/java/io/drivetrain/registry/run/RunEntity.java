package io.drivetrain.registry.run;

import io.drivetrain.registry.audit.Subject.OfRun;
import io.drivetrain.registry.protocol.LifecycleStage;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "run")
class RunEntity {
  /** Ours, small, for the tables that refer to a run. */
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  /** The client's: 32 hexadecimal digits. */
  String runId;

  Long experiment;

  String name;

  String userId;

  @Enumerated(EnumType.STRING)
  RunStatus status;

  long startTime;

  Long endTime;

  String artifactUri;

  LifecycleStage lifecycleStage;

  /** Null while it is active. */
  Instant deletedAt;

  OfRun subject() {
    return new OfRun(runId, experiment);
  }

  RunInfo toInfo() {
    return new RunInfo(
        runId,
        runId,
        name,
        String.valueOf(experiment),
        userId,
        status.name(),
        startTime,
        endTime,
        artifactUri,
        lifecycleStage.wireName());
  }
}
