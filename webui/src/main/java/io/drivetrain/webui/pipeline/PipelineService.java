package io.drivetrain.webui.pipeline;

import io.drivetrain.webui.client.Ids;
import io.drivetrain.webui.client.Pipeline;
import io.drivetrain.webui.client.PipelineConfig;
import io.drivetrain.webui.client.PipelineHttp;
import io.drivetrain.webui.client.RefusedDefinition;
import io.drivetrain.webui.client.Reply;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.client.RunPreview;
import io.drivetrain.webui.client.Schedule;
import io.drivetrain.webui.pipeline.Overview.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What people see of pipelines and do with them. Every call asks the pipeline service and takes no
 * longer than {@link PipelineConfig#timeout} a question.
 */
@ApplicationScoped
public class PipelineService {
  /** So many runs of a pipeline are shown. */
  public static final int SHOWN_RUNS = 20;

  private final PipelineHttp http;

  PipelineService(PipelineHttp http) {
    this.http = http;
  }

  record Pipelines(List<Pipeline> pipelines, List<RefusedDefinition> refused) {
    Pipelines {
      pipelines = pipelines == null ? List.of() : List.copyOf(pipelines);
      refused = refused == null ? List.of() : List.copyOf(refused);
    }
  }

  record Schedules(List<Schedule> schedules) {
    Schedules {
      schedules = schedules == null ? List.of() : List.copyOf(schedules);
    }
  }

  record Runs(List<Run> runs) {
    Runs {
      runs = runs == null ? List.of() : List.copyOf(runs);
    }
  }

  private record RunRequest(Map<String, Object> params, String note) {}

  public Reply<Overview> overview() {
    return http.get("/pipelines", Pipelines.class)
        .then(found ->
            http.get("/schedules", Schedules.class)
                .then(schedules -> activities(found.pipelines(), schedules.schedules()))
                .map(activities -> new Overview(activities, found.refused())));
  }

  private Reply<List<Activity>> activities(List<Pipeline> pipelines, List<Schedule> schedules) {
    Reply<List<Activity>> activities = new Answered<>(List.of());
    for (Pipeline pipeline : pipelines) {
      activities =
          activities.then(before ->
              latest(pipeline.id()).map(runs -> with(before, activity(pipeline, schedules, runs))));
    }
    return activities;
  }

  private Reply<Runs> latest(String pipeline) {
    return http.get(
        "/runs?limit=%d&pipeline=%s".formatted(SHOWN_RUNS, Ids.checked(pipeline)), Runs.class);
  }

  private static Activity activity(Pipeline pipeline, List<Schedule> schedules, Runs runs) {
    return new Activity(
        pipeline,
        schedules.stream()
            .filter(schedule -> schedule.pipeline().equals(pipeline.id()))
            .findFirst(),
        runs.runs());
  }

  private static List<Activity> with(List<Activity> before, Activity next) {
    List<Activity> all = new ArrayList<>(before);
    all.add(next);
    return all;
  }

  /**
   * Starts a run, or queues it. The same request under the same id makes one run, however often it
   * is sent.
   *
   * @param request an id of whoever asks: a dialog that is open
   * @param params what the run changes, by name
   */
  public Reply<Run> trigger(
      String pipeline, UUID request, Map<String, Object> params, String note) {
    RunRequest body = new RunRequest(params, note);
    return http.post(
        "/pipelines/" + Ids.checked(pipeline) + "/runs",
        body,
        Run.class,
        "Idempotency-Key",
        http.key(request, body));
  }

  /** What a run would be; nothing is written. */
  public Reply<RunPreview> preview(String pipeline, Map<String, Object> params) {
    return http.post(
        "/pipelines/" + Ids.checked(pipeline) + "/runs",
        new DryRun(params, true),
        RunPreview.class);
  }

  private record DryRun(Map<String, Object> params, boolean dryRun) {}

  /** The pipeline can still be started by hand. */
  public Reply<Schedule> pause(String pipeline, String reason) {
    return http.post(
        "/schedules/" + Ids.checked(pipeline) + "/pause", Map.of("reason", reason), Schedule.class);
  }

  public Reply<Schedule> resume(String pipeline) {
    return http.post("/schedules/" + Ids.checked(pipeline) + "/resume", Map.of(), Schedule.class);
  }
}
