package io.drivetrain.webui.run;

import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPreview;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunWhy;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.webui.client.Ids;
import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.client.PipelineClient;
import io.drivetrain.webui.client.Requests;
import io.drivetrain.webui.client.Requests.Because;
import io.drivetrain.webui.client.Requests.Decision;
import io.drivetrain.webui.client.Requests.ResumePreview;
import io.drivetrain.webui.client.Requests.Resumption;
import io.drivetrain.webui.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * One run: its state, its attempts, its report, and what people do to it. Every call asks the
 * pipeline service; what it refuses or does not answer is a {@link PipelineCallException}.
 */
@ApplicationScoped
public class RunService {
  private final PipelineClient pipeline;

  RunService(@RestClient PipelineClient pipeline) {
    this.pipeline = pipeline;
  }

  /** A run, and why it is where it is. */
  public ObservedRun run(UUID id) {
    RunDetails run = pipeline.run(id);
    return new ObservedRun(
        run,
        run.hasEnded() ? new RunWhy(id, run.state(), List.of()) : pipeline.why(id),
        reportToDecideBy(run));
  }

  /** Who asks why a run was rejected, or has to approve it, wants to see its gates. */
  private Optional<RunReport> reportToDecideBy(RunDetails run) {
    boolean isAsked = run.state() == RunState.REJECTED || run.state() == RunState.WAITING_APPROVAL;
    try {
      return isAsked ? Optional.of(pipeline.report(run.id())) : Optional.empty();
    } catch (PipelineCallException withoutReport) {
      return Optional.empty();
    }
  }

  public RunDetails cancel(UUID run, String reason) {
    return pipeline.cancel(run, new Because(reason));
  }

  /** Runs a step of an ended run again, in that run, and the steps that depend on it. */
  public RunDetails retry(UUID run, String step, String reason) {
    return pipeline.retry(run, Ids.checked(step), new Because(reason));
  }

  /** Approves a step that waits for it: the run continues. */
  public RunDetails approve(UUID run, String step, String reason) {
    return pipeline.approve(run, new Decision(Ids.checked(step), reason));
  }

  /** Rejects a step that waits for approval: the run ends as REJECTED. */
  public RunDetails reject(UUID run, String step, String reason) {
    return pipeline.reject(run, new Decision(Ids.checked(step), reason));
  }

  /** Returns what a run would do that resumes an ended one; nothing is written. */
  public RunPreview resumePlan(UUID run) {
    return pipeline.resumePlan(run, new ResumePreview());
  }

  /**
   * Makes a run that resumes an ended one. The same request of the same sender makes one run.
   *
   * @param sender an id of the dialog that asks
   */
  public RunDetails resume(UUID run, UUID sender, String note) {
    Resumption body = new Resumption(note);
    return pipeline.resume(run, Requests.key(sender, body), body);
  }

  /** The attempts of a step, the first one first. */
  public List<Attempt> attempts(UUID run, String step) {
    return pipeline.attempts(run, Ids.checked(step));
  }

  /** All that an attempt has logged. */
  byte[] log(UUID run, String step, int attempt) {
    return pipeline.log(run, Ids.checked(step), attempt);
  }

  /** The report as it stands. */
  public RunReport report(UUID run) {
    return pipeline.report(run);
  }

  /** The report as it stands, as a self-contained HTML file in a language. */
  byte[] reportFile(UUID run, Language language) {
    return pipeline.reportFile(run, language.code());
  }
}
