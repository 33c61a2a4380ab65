package io.drivetrain.pipeline.schedule;

import io.drivetrain.pipeline.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * Turns a time of the schedule into a run, and does nothing else. Safe to be fired again for the
 * same time, by a recovery or by another replica. The job's name is the pipeline's id.
 */
@ApplicationScoped
public class ScheduledRunJob implements Job {
  private static final Logger LOG = Logger.getLogger(ScheduledRunJob.class);

  private final RunService runs;

  public ScheduledRunJob(RunService runs) {
    this.runs = runs;
  }

  @Override
  public void execute(JobExecutionContext context) {
    String pipeline = context.getJobDetail().getKey().getName();
    boolean isNew = runs.startScheduled(pipeline, context.getScheduledFireTime().toInstant());
    LOG.infof(
        "Schedule of %s at %s: %s",
        pipeline,
        context.getScheduledFireTime().toInstant(),
        isNew ? "a new run" : "its run is there already");
  }
}
