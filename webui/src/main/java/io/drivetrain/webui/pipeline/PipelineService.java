package io.drivetrain.webui.pipeline;

import io.drivetrain.webui.pipeline.Overview.Activity;
import io.drivetrain.webui.pipeline.Reply.Answered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What people see of pipelines and do with them. Every call asks the pipeline service and takes no
 * longer than {@link PipelineConfig#timeout} a question.
 */
@ApplicationScoped
public class PipelineService {
  /** So many runs of a pipeline are shown. */
  public static final int SHOWN_RUNS = 20;

  /** What ids of pipelines and steps look like; nothing else gets into an address. */
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,63}");

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
        "/runs?limit=%d&pipeline=%s".formatted(SHOWN_RUNS, checked(pipeline)), Runs.class);
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

  /** A run, and why it is where it is. */
  public Reply<ObservedRun> run(UUID id) {
    return http.get("/runs/" + id, Run.class)
        .then(run ->
            run.state().isTerminal()
                ? new Answered<>(new ObservedRun(run, Why.NOTHING_TO_SAY))
                : http.get("/runs/" + id + "/why", Why.class)
                    .map(why -> new ObservedRun(run, why)));
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
    UUID key = UUID.nameUUIDFromBytes((request + http.json(body)).getBytes(StandardCharsets.UTF_8));
    return http.post(
        "/pipelines/" + checked(pipeline) + "/runs",
        body,
        Run.class,
        "Idempotency-Key",
        key.toString());
  }

  public Reply<Run> cancel(UUID run, String reason) {
    return http.post("/runs/" + run + "/cancel", Map.of("reason", reason), Run.class);
  }

  /** The pipeline can still be started by hand. */
  public Reply<Schedule> pause(String pipeline, String reason) {
    return http.post(
        "/schedules/" + checked(pipeline) + "/pause", Map.of("reason", reason), Schedule.class);
  }

  public Reply<Schedule> resume(String pipeline) {
    return http.post("/schedules/" + checked(pipeline) + "/resume", Map.of(), Schedule.class);
  }

  /** The report on a run as HTML. */
  Reply<byte[]> report(UUID run) {
    return http.get("/runs/" + run + "/report", MediaType.TEXT_HTML_TYPE);
  }

  private static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("No pipeline or step has this id: " + id);
    }
    return id;
  }
}
