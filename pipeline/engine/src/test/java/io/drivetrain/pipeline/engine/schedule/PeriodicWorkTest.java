package io.drivetrain.pipeline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@PipelineTest
class PeriodicWorkTest {
  private static final String[] TASKS = {
    "backfill",
    "definition-reload",
    "outbox",
    "outbox-cleanup",
    "retention-cleanup",
    "schedule-sync"
  };

  @Inject Scheduler scheduler;
  @Inject Database database;

  @Test
  void runsInEveryReplicaAndNotInTheClusterOfQuartz() {
    assertThat(scheduler.isRunning()).isTrue();
    assertThat(scheduler.getScheduledJobs()).extracting(Trigger::getId).contains(TASKS);
    assertThat(database.query(row -> row.text("job_name"), "select job_name from qrtz_job_details"))
        .doesNotContain(TASKS);
  }
}
