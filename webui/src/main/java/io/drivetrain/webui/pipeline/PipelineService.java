package io.drivetrain.webui.pipeline;

import io.drivetrain.pipeline.api.overview.PipelineOverview;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Pipeline;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPage;
import io.drivetrain.pipeline.api.run.RunPreview;
import io.drivetrain.pipeline.api.schedule.ScheduleView;
import io.drivetrain.webui.client.Ids;
import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.client.PipelineClient;
import io.drivetrain.webui.client.Requests;
import io.drivetrain.webui.client.Requests.Because;
import io.drivetrain.webui.client.Requests.NewRun;
import io.drivetrain.webui.client.Requests.Nothing;
import io.drivetrain.webui.client.Requests.TrialRun;
import io.drivetrain.webui.pipeline.Overview.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Pipelines, their schedules and their runs. Every call asks the pipeline service; what it refuses
 * or does not answer is a {@link PipelineCallException}.
 */
@ApplicationScoped
public class PipelineService {
  /** How many runs of a pipeline the overview shows. */
  public static final int SHOWN_RUNS = 20;

  private final PipelineClient client;

  PipelineService(@RestClient PipelineClient client) {
    this.client = client;
  }

  /** All pipelines with their latest runs. */
  public Overview overview() {
    PipelineOverview found = client.pipelines();
    List<ScheduleView> schedules = client.schedules().schedules();
    return new Overview(
        found.pipelines().stream().map(pipeline -> activity(pipeline, schedules)).toList(),
        found.refused());
  }

  private Activity activity(Pipeline pipeline, List<ScheduleView> schedules) {
    return new Activity(
        pipeline,
        schedules.stream()
            .filter(schedule -> schedule.pipeline().equals(pipeline.id()))
            .findFirst(),
        runs(pipeline.id(), SHOWN_RUNS, Optional.empty()).runs());
  }

  /**
   * A page of the runs of a pipeline, latest first.
   *
   * @param cursor of the page before; empty for the first page
   */
  public RunPage runs(String pipeline, int limit, Optional<String> cursor) {
    return client.runs(limit, Ids.checked(pipeline), cursor);
  }

  /**
   * Starts a run, or queues it. The same request of the same sender makes one run, however often it
   * is sent.
   *
   * @param sender an id of the dialog that asks
   * @param params what the run changes, by name
   */
  public RunDetails trigger(String pipeline, UUID sender, Map<String, Object> params, String note) {
    NewRun body = new NewRun(params, note);
    return client.trigger(Ids.checked(pipeline), Requests.key(sender, body), body);
  }

  /** Returns what a run would be; nothing is written. */
  public RunPreview preview(String pipeline, Map<String, Object> params) {
    return client.preview(Ids.checked(pipeline), new TrialRun(params));
  }

  /** Stops the schedule. The pipeline can still be started manually. */
  public ScheduleView pause(String pipeline, String reason) {
    return client.pause(Ids.checked(pipeline), new Because(reason));
  }

  /** Lets a paused schedule start runs again. */
  public ScheduleView resume(String pipeline) {
    return client.resume(Ids.checked(pipeline), new Nothing());
  }
}
