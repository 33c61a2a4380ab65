package io.drivetrain.pipeline.engine.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * Tells that a time of a schedule has come. May come late, twice, or by mistake: what is due stands
 * in pipeline_schedule. The job's name is the pipeline's id.
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
