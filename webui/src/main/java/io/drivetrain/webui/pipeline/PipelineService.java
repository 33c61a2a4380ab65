package io.drivetrain.webui.pipeline;

import io.drivetrain.webui.pipeline.Overview.Activity;
import io.drivetrain.webui.pipeline.Reply.Answered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return http.post(
        "/pipelines/" + checked(pipeline) + "/runs",
        body,
        Run.class,
        "Idempotency-Key",
        key(request, body));
  }

  /** What a run would be; nothing is written. */
  public Reply<RunPreview> preview(String pipeline, Map<String, Object> params) {
    return http.post(
        "/pipelines/" + checked(pipeline) + "/runs", new DryRun(params, true), RunPreview.class);
  }

  private record DryRun(Map<String, Object> params, boolean dryRun) {}

  /** The same body under the same id has the same key, another body another one. */
  private String key(UUID request, Object body) {
    byte[] what = (request + http.json(body)).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(what).toString();
  }

  public Reply<Run> cancel(UUID run, String reason) {
    return http.post("/runs/" + run + "/cancel", Map.of("reason", reason), Run.class);
  }

  /** Lets an ended run go on in place: the step runs again, and what follows from it. */
  public Reply<Run> retry(UUID run, String step, String reason) {
    return http.post(
        "/runs/%s/steps/%s/retry".formatted(run, checked(step)),
        Map.of("reason", reason),
        Run.class);
  }

  /** Answers a step that waits for a person: the run goes on. */
  public Reply<Run> approve(UUID run, String step, String reason) {
    return http.post("/runs/" + run + "/approve", new Decision(checked(step), reason), Run.class);
  }

  /** Answers a step that waits for a person: the run ends as REJECTED. */
  public Reply<Run> reject(UUID run, String step, String reason) {
    return http.post("/runs/" + run + "/reject", new Decision(checked(step), reason), Run.class);
  }

  private record Decision(String step, String reason) {}

  /** What a run would do that goes on from one that has ended; nothing is written. */
  public Reply<ResumePlan> resumePlan(UUID run) {
    return http.post("/runs/" + run + "/resume", Map.of("dryRun", true), ResumePlan.class);
  }

  /**
   * Makes a run that goes on from one that has ended. The same request under the same id makes one
   * run.
   */
  public Reply<Run> resume(UUID run, UUID request, String note) {
    Map<String, String> body = Map.of("note", note);
    return http.post(
        "/runs/" + run + "/resume", body, Run.class, "Idempotency-Key", key(request, body));
  }

  /** The pipeline can still be started by hand. */
  public Reply<Schedule> pause(String pipeline, String reason) {
    return http.post(
        "/schedules/" + checked(pipeline) + "/pause", Map.of("reason", reason), Schedule.class);
  }

  public Reply<Schedule> resume(String pipeline) {
    return http.post("/schedules/" + checked(pipeline) + "/resume", Map.of(), Schedule.class);
  }

  /**
   * The tries of a step, and what its log says from a place on.
   *
   * @param wanted the try whose log it is; without it, the latest one
   * @param position the byte to go on from; without it, the last part of the log
   */
  public Reply<StepLog> log(
      UUID run, String step, Optional<Integer> wanted, Optional<Long> position) {
    return http.get(attempts(run, step), Attempt[].class)
        .map(List::of)
        .then(attempts -> {
          Optional<Attempt> shown =
              wanted.isPresent()
                  ? attempts.stream().filter(one -> one.number() == wanted.get()).findFirst()
                  : attempts.stream().reduce((before, last) -> last);
          long size = shown.map(Attempt::logBytes).orElse(0L);
          long from = position.orElse(Math.max(0, size - StepLog.LARGEST_PART));
          return shown.isEmpty() || size <= from
              ? new Answered<>(StepLog.nothingNew(attempts, shown, from))
              : part(run, step, shown.get().number(), from)
                  .map(part -> StepLog.of(attempts, shown.get(), from, part))
                  .map(log -> position.isEmpty() && from > 0 ? log.fromItsFirstWholeLine() : log);
        });
  }

  private Reply<byte[]> part(UUID run, String step, int attempt, long from) {
    String range = "bytes=%d-%d".formatted(from, from + StepLog.LARGEST_PART - 1);
    return http.file(logPath(run, step, attempt), MediaType.TEXT_PLAIN, "Range", range);
  }

  /** All that a try logged. */
  Reply<byte[]> log(UUID run, String step, int attempt) {
    return http.file(logPath(run, step, attempt), MediaType.TEXT_PLAIN);
  }

  /** The report on a run as it stands, as a page. */
  Reply<byte[]> report(UUID run) {
    return http.file("/runs/" + run + "/report", MediaType.TEXT_HTML);
  }

  private static String logPath(UUID run, String step, int attempt) {
    return attempts(run, step) + "/" + attempt + "/log";
  }

  private static String attempts(UUID run, String step) {
    return "/runs/%s/steps/%s/attempts".formatted(run, checked(step));
  }

  private static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("No pipeline or step has this id: " + id);
    }
    return id;
  }
}
