package io.drivetrain.pipeline.schedule;

import io.drivetrain.pipeline.definition.CatchUp;
import io.drivetrain.pipeline.definition.DefinitionCatalog;
import io.drivetrain.pipeline.definition.PipelineDefinition;
import io.drivetrain.pipeline.definition.ScheduleSpec;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** Keeps Quartz's triggers as the definitions want them, and tells when they fire next. */
@ApplicationScoped
public class ScheduleService {
  private static final String GROUP = "pipelines";

  private final Scheduler scheduler;
  private final DefinitionCatalog definitions;

  public ScheduleService(Scheduler scheduler, DefinitionCatalog definitions) {
    this.scheduler = scheduler;
    this.definitions = definitions;
  }

  void reconcile(@Observes @Priority(20) StartupEvent start) throws SchedulerException {
    Set<JobKey> wanted = new HashSet<>();
    for (PipelineDefinition definition : definitions.all()) {
      if (definition.schedule().isPresent()) {
        wanted.add(JobKey.jobKey(definition.id(), GROUP));
        schedule(definition.id(), definition.schedule().orElseThrow());
      }
    }
    for (JobKey known : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
      if (!wanted.contains(known)) {
        scheduler.deleteJob(known);
      }
    }
  }

  /** When the pipeline starts by itself next; empty without a schedule. */
  public Optional<Instant> nextFiring(String pipeline) {
    try {
      return Optional.ofNullable(scheduler.getTrigger(TriggerKey.triggerKey(pipeline, GROUP)))
          .map(Trigger::getNextFireTime)
          .map(Date::toInstant);
    } catch (SchedulerException unreachable) {
      throw new IllegalStateException("the schedule cannot be read", unreachable);
    }
  }

  private void schedule(String pipeline, ScheduleSpec spec) throws SchedulerException {
    CronTrigger trigger = trigger(pipeline, spec);
    Trigger known = scheduler.getTrigger(trigger.getKey());
    if (known instanceof CronTrigger cron && isSame(cron, trigger)) {
      return; // a new one would forget what it missed
    }
    JobDetail job =
        JobBuilder.newJob(ScheduledRunJob.class)
            .withIdentity(pipeline, GROUP)
            .requestRecovery(true)
            .build();
    scheduler.scheduleJob(job, Set.of(trigger), true);
  }

  private static CronTrigger trigger(String pipeline, ScheduleSpec spec) {
    CronScheduleBuilder schedule =
        CronScheduleBuilder.cronSchedule(spec.quartzCron())
            .inTimeZone(TimeZone.getTimeZone(spec.timeZone()));
    return TriggerBuilder.newTrigger()
        .withIdentity(pipeline, GROUP)
        .withSchedule(
            spec.catchUp() == CatchUp.LATEST
                ? schedule.withMisfireHandlingInstructionFireAndProceed()
                : schedule.withMisfireHandlingInstructionDoNothing())
        .build();
  }

  private static boolean isSame(CronTrigger one, CronTrigger other) {
    return one.getCronExpression().equals(other.getCronExpression())
        && one.getTimeZone().getID().equals(other.getTimeZone().getID())
        && one.getMisfireInstruction() == other.getMisfireInstruction();
  }
}
