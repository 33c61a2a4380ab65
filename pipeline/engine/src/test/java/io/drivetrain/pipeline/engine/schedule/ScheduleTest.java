package io.drivetrain.pipeline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.launch.RunLauncher;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;

@PipelineTest
class ScheduleTest {
  private static final JobKey JOB = JobKey.jobKey("scripted", "pipelines");

  @Inject Script script;
  @Inject Database database;
  @Inject RunLauncher runs;
  @Inject Scheduler scheduler;
  @Inject ScheduleService schedules;
  @Inject QuartzTriggers alarm;

  @BeforeEach
  void everyStepSucceedsAndNothingWasScheduled() {
    script.clear();
    scheduledRuns().forEach(id -> Pipelines.ended(id.toString()));
    database.update("delete from pipeline_run where trigger = 'SCHEDULE'");
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
  void firesThroughQuartz() {
    handledUntilAWeekAgo();

    alarm.set("scripted", Optional.of(Instant.now()));
    while (scheduledRuns().isEmpty()) {
      Thread.onSpinWait();
    }

    JsonPath run = Pipelines.ended(scheduledRuns().getFirst().toString());
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getString("logicalTime")).isEqualTo(lastSunday().toString());
  }

  @Test
  void makesOneRunWhenSeveralReplicasFireAtOnce() {
    handledUntilAWeekAgo();

    IntStream.range(0, 6).parallel().forEach(replica -> schedules.fire("scripted"));

    assertThat(scheduledRuns()).hasSize(1);
    Pipelines.ended(scheduledRuns().getFirst().toString());
  }

  @Test
  void firesWhatQuartzForgot() throws SchedulerException {
    scheduler.deleteJob(JOB);
    handledUntilAWeekAgo();

    schedules.fireForgotten();

    assertThat(scheduledRuns()).hasSize(1);
    assertThat(scheduler.checkExists(JOB)).isTrue();
    Pipelines.ended(scheduledRuns().getFirst().toString());
  }

  @Test
  void setsTheAlarmForTheNextTime() throws SchedulerException {
    schedules.fire("scripted");

    Trigger trigger = scheduler.getTrigger(TriggerKey.triggerKey("scripted", "pipelines"));

    assertThat(trigger.getNextFireTime().toInstant())
        .isEqualTo(schedules.find("scripted").orElseThrow().next().orElseThrow());
  }

  @Test
  void aScheduleThatWasChangedBeginsNow() {
    database.update(
        """
        update pipeline_schedule set cron = '0 0 * * * ?', handled_until = now() - interval '1 year'
        where pipeline = 'scripted'
        """);

    schedules.reconcile();

    assertThat(scheduledRuns()).isEmpty();
  }

  @Test
  void removesTheTriggerOfAPipelineThatIsGone() throws SchedulerException {
    alarm.set("gone", Optional.of(Instant.parse("2999-01-01T00:00:00Z")));

    schedules.reconcile();

    assertThat(scheduler.checkExists(JobKey.jobKey("gone", "pipelines"))).isFalse();
    assertThat(scheduler.checkExists(JOB)).isTrue();
  }

  /** The test has a tolerance of a month, so that the last Sunday is not a missed one. */
  private void handledUntilAWeekAgo() {
    database.update(
        """
        update pipeline_schedule set handled_until = now() - interval '7 days', next_at = now() - interval '1 day'
        where pipeline = 'scripted'
        """);
  }

  private static Instant lastSunday() {
    return ZonedDateTime.now(ZoneId.of("Africa/Casablanca"))
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))
        .truncatedTo(ChronoUnit.DAYS)
        .toInstant();
  }

  private List<UUID> scheduledRuns() {
    return database.query(
        row -> row.uuid("id"), "select id from pipeline_run where trigger = 'SCHEDULE'");
  }

  private List<UUID> scheduledRuns(Instant logicalTime) {
    return database.query(
        row -> row.uuid("id"),
        "select id from pipeline_run where pipeline = 'scripted' and logical_time = ?",
        logicalTime);
  }
}
