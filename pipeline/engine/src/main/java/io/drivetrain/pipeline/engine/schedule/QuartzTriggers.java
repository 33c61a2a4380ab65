package io.drivetrain.pipeline.engine.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;

/** One Quartz trigger a pipeline, for its next time only: one replica of the cluster gets it. */
@ApplicationScoped
class QuartzTriggers {
  private static final String GROUP = "pipelines";

  private final Scheduler scheduler;

  QuartzTriggers(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Sets the next time of a pipeline in place of the one before; empty for none. */
  void set(String pipeline, Optional<Instant> next) {
    try {
      if (next.isEmpty()) {
        scheduler.deleteJob(JobKey.jobKey(pipeline, GROUP));
        return;
      }
      scheduler.scheduleJob(job(pipeline), Set.of(trigger(pipeline, next.orElseThrow())), true);
    } catch (SchedulerException unreachable) {
      throw new IllegalStateException(
          "Quartz refused the next time of pipeline " + pipeline, unreachable);
    }
  }

  /** The pipelines that have an alarm. */
  Set<String> pipelines() {
    try {
      return scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP)).stream()
          .map(JobKey::getName)
          .collect(Collectors.toSet());
    } catch (SchedulerException unreachable) {
      throw new IllegalStateException("Quartz cannot list its jobs", unreachable);
    }
  }

  private static JobDetail job(String pipeline) {
    return JobBuilder.newJob(ScheduledRunJob.class)
        .withIdentity(pipeline, GROUP)
        .requestRecovery(true)
        .storeDurably()
        .build();
  }

  private static Trigger trigger(String pipeline, Instant at) {
    return TriggerBuilder.newTrigger()
        .withIdentity(pipeline, GROUP)
        .startAt(Date.from(at))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
        .build();
  }
}
