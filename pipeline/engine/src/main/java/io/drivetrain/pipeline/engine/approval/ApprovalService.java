package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.approval.ApprovalRepository.Overdue;
import io.drivetrain.pipeline.engine.approval.ApprovalRepository.Question;
import io.drivetrain.pipeline.engine.event.RunEvents;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.progression.RunProgression;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Ends approval steps, by a decision or by their timeout. */
@ApplicationScoped
public class ApprovalService {
  private static final String NOBODY = "Nobody approved or rejected this step before its timeout.";

  private final ApprovalRepository approvals;
  private final RunService runs;
  private final RunProgression progression;
  private final RunEvents events;
  private final ApprovalMeters meters;

  ApprovalService(
      ApprovalRepository approvals,
      RunService runs,
      RunProgression progression,
      RunEvents events,
      ApprovalMeters meters) {
    this.approvals = approvals;
    this.runs = runs;
    this.progression = progression;
    this.events = events;
    this.meters = meters;
  }

  /**
   * Records a decision and continues or ends the run.
   *
   * @throws PipelineException when there is no such run or step, or it is not waiting, for example
   *     because it was decided already
   */
  RunDetails decide(UUID runId, boolean isApproved, ApprovalRequest request) {
    StepState outcome = isApproved ? StepState.SUCCEEDED : StepState.REJECTED;
    Duration waited =
        QuarkusTransaction.requiringNew().call(() -> write(runId, isApproved, request));
    meters.ended(outcome, waited);
    return runs.show(runId);
  }

  private Duration write(UUID runId, boolean isApproved, ApprovalRequest request) {
    Run run = runs.lock(runId);
    Question question = question(run, request.step());
    if (question.state() != StepState.WAITING_APPROVAL) {
      throw refusal(question);
    }
    Decision decision = new Decision(isApproved, request.by(), request.reason(), approvals.now());
    Duration waited = approvals.decide(runId, question.step(), decision);
    events.stepBecame(
        runId, question.step(), decision.state(), null, decision.stepReason(), decision.text());
    progression.advance(run);
    return waited;
  }

  /** The named step, or the one that waits, or the one that was decided last. */
  private Question question(Run run, Optional<String> step) {
    List<Question> all = approvals.questions(run.id());
    if (step.isPresent()) {
      return all.stream()
          .filter(question -> question.step().equals(step.orElseThrow()))
          .findFirst()
          .orElseThrow(() -> PipelineException.notFound("approval step", step.orElseThrow()));
    }
    List<Question> waiting =
        all.stream().filter(one -> one.state() == StepState.WAITING_APPROVAL).toList();
    if (waiting.size() > 1) {
      throw PipelineException.malformed(
          "Several steps are waiting for a decision. Name one of them in 'step': %s."
              .formatted(String.join(", ", waiting.stream().map(Question::step).toList())));
    }
    return waiting.stream()
        .findFirst()
        .or(() -> lastEnded(all))
        .orElseThrow(
            () -> PipelineException.waitsForNobody("Run " + run.id(), run.state().name() + "."));
  }

  private static Optional<Question> lastEnded(List<Question> questions) {
    return questions.stream()
        .filter(question -> question.endedAt().isPresent())
        .max(Comparator.comparing(question -> question.endedAt().orElseThrow()));
  }

  private static PipelineException refusal(Question question) {
    String step = "Step " + question.step();
    return switch (question.state()) {
      case SUCCEEDED, REJECTED ->
          PipelineException.decidedAlready(
              step, question.outcome().orElseThrow(), question.endedAt().orElseThrow());
      default ->
          PipelineException.waitsForNobody(
              step,
              question.state().name() + question.outcome().map(text -> ": " + text).orElse("."));
    };
  }

  /** Ends what has waited for too long, and counts what waits. */
  public void endOverdue() {
    for (Overdue overdue : approvals.overdue()) {
      QuarkusTransaction.requiringNew()
          .call(() -> timeOut(overdue))
          .ifPresent(waited -> meters.ended(StepState.TIMED_OUT, waited));
    }
    ApprovalRepository.Waiting waiting = approvals.waiting();
    meters.waiting(waiting.steps(), waiting.oldest());
  }

  private Optional<Duration> timeOut(Overdue overdue) {
    Run run = runs.lock(overdue.runId());
    Optional<Duration> waited = approvals.timeOut(overdue, NOBODY);
    if (waited.isPresent()) {
      events.stepBecame(
          run.id(), overdue.step(), StepState.TIMED_OUT, null, StepReason.DEADLINE, NOBODY);
      progression.advance(run);
    }
    return waited;
  }
}
