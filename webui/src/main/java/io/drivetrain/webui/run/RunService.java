package io.drivetrain.webui.run;

import io.drivetrain.webui.client.Attempt;
import io.drivetrain.webui.client.Ids;
import io.drivetrain.webui.client.PipelineConfig;
import io.drivetrain.webui.client.PipelineHttp;
import io.drivetrain.webui.client.Reply;
import io.drivetrain.webui.client.Reply.Answered;
import io.drivetrain.webui.client.ResumePlan;
import io.drivetrain.webui.client.Run;
import io.drivetrain.webui.client.Why;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One run: its state, its log, its report, and what people do to it. Every call asks the pipeline
 * service and takes no longer than {@link PipelineConfig#timeout} a question.
 */
@ApplicationScoped
public class RunService {
  private final PipelineHttp http;

  RunService(PipelineHttp http) {
    this.http = http;
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

  public Reply<Run> cancel(UUID run, String reason) {
    return http.post("/runs/" + run + "/cancel", Map.of("reason", reason), Run.class);
  }

  /** Lets an ended run go on in place: the step runs again, and what follows from it. */
  public Reply<Run> retry(UUID run, String step, String reason) {
    return http.post(
        "/runs/%s/steps/%s/retry".formatted(run, Ids.checked(step)),
        Map.of("reason", reason),
        Run.class);
  }

  /** Answers a step that waits for a person: the run goes on. */
  public Reply<Run> approve(UUID run, String step, String reason) {
    return http.post(
        "/runs/" + run + "/approve", new Decision(Ids.checked(step), reason), Run.class);
  }

  /** Answers a step that waits for a person: the run ends as REJECTED. */
  public Reply<Run> reject(UUID run, String step, String reason) {
    return http.post(
        "/runs/" + run + "/reject", new Decision(Ids.checked(step), reason), Run.class);
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
        "/runs/" + run + "/resume", body, Run.class, "Idempotency-Key", http.key(request, body));
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
    return "/runs/%s/steps/%s/attempts".formatted(run, Ids.checked(step));
  }
}
