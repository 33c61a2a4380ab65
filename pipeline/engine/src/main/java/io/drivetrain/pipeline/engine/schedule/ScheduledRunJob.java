package io.drivetrain.pipeline.engine.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * Fires at the next time of a schedule. May fire late, twice or by mistake: pipeline_schedule says
 * what is due. The job's name is the pipeline's id.
 */
@ApplicationScoped
public class ScheduledRunJob implements Job {
  private final ScheduleService schedules;

  public ScheduledRunJob(ScheduleService schedules) {
    this.schedules = schedules;
  }

  @Override
  public void execute(JobExecutionContext context) {
    schedules.fire(context.getJobDetail().getKey().getName());
  }
}
