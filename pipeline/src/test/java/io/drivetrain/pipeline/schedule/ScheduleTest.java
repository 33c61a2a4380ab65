package io.drivetrain.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.PipelineTest;
import io.drivetrain.pipeline.Pipelines;
import io.drivetrain.pipeline.Script;
import io.drivetrain.pipeline.database.Database;
import io.drivetrain.pipeline.run.RunService;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;

@PipelineTest
class ScheduleTest {
  @Inject Script script;
  @Inject Database database;
  @Inject RunService runs;
  @Inject Scheduler scheduler;
  @Inject ScheduleService schedules;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void makesOneRunOfOneTimeHoweverOftenItFires() {
    Instant sunday = Instant.parse("2026-01-04T00:00:00Z");

    List<Boolean> made =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(firing -> runs.startScheduled("scripted", sunday))
            .toList();
    List<UUID> ids = scheduledRuns(sunday);
    JsonPath run = Pipelines.ended(ids.getFirst().toString());

    assertThat(made).containsOnlyOnce(true);
    assertThat(ids).hasSize(1);
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getString("trigger")).isEqualTo("SCHEDULE");
    assertThat(run.getString("logicalTime")).isEqualTo("2026-01-04T00:00:00Z");
  }

  @Test
  void firesThroughQuartz() throws SchedulerException {
    Instant before = Instant.now();

    scheduler.triggerJob(JobKey.jobKey("scripted", "pipelines"));
    while (latestScheduled(before).isEmpty()) {
      Thread.onSpinWait();
    }

    JsonPath run = Pipelines.ended(latestScheduled(before).getFirst().toString());
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void dropsMissedFirings() throws SchedulerException {
    CronTrigger trigger =
        (CronTrigger) scheduler.getTrigger(TriggerKey.triggerKey("scripted", "pipelines"));

    assertThat(trigger.getCronExpression()).isEqualTo("0 0 0 ? * SUN");
    assertThat(trigger.getTimeZone().getID()).isEqualTo("Africa/Casablanca");
    assertThat(trigger.getMisfireInstruction())
        .isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING);
  }

  @Test
  void removesTheTriggerOfAPipelineThatIsGone() throws SchedulerException {
    scheduler.addJob(
        JobBuilder.newJob(ScheduledRunJob.class)
            .withIdentity("gone", "pipelines")
            .storeDurably()
            .build(),
        true);

    schedules.reconcile(null);

    assertThat(scheduler.checkExists(JobKey.jobKey("gone", "pipelines"))).isFalse();
    assertThat(scheduler.checkExists(JobKey.jobKey("scripted", "pipelines"))).isTrue();
  }

  private List<UUID> scheduledRuns(Instant logicalTime) {
    return database.query(
        row -> row.uuid("id"),
        "select id from pipeline_run where pipeline = 'scripted' and logical_time = ?",
        logicalTime);
  }

  private List<UUID> latestScheduled(Instant since) {
    return database.query(
        row -> row.uuid("id"),
        "select id from pipeline_run where trigger = 'SCHEDULE' and created_at >= ?",
        since);
  }
}
