package io.drivetrain.pipeline.engine.approval;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.approval.ApprovalRepository.Overdue;
import io.drivetrain.pipeline.engine.approval.ApprovalRepository.Question;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunCourse;
import io.drivetrain.pipeline.engine.run.RunEvents;
import io.drivetrain.pipeline.engine.run.RunService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Ends steps that ask a person: as the person decides, or when nobody did in time. */
@ApplicationScoped
public class ApprovalService {
  private static final String NOBODY = "Nobody decided before the timeout of the definition.";

  private final ApprovalRepository approvals;
  private final RunService runs;
  private final RunCourse course;
  private final RunEvents events;
  private final ApprovalMetrics metrics;

  ApprovalService(
      ApprovalRepository approvals,
      RunService runs,
      RunCourse course,
      RunEvents events,
      ApprovalMetrics metrics) {
    this.approvals = approvals;
    this.runs = runs;
    this.course = course;
    this.events = events;
    this.metrics = metrics;
  }

  /**
   * Decides, and lets the run go on or end.
   *
   * @throws PipelineException when there is no such run or step, or it does not wait, as when
   *     somebody else was faster
   */
  RunDetails decide(UUID runId, boolean isApproved, ApprovalRequest request) {
    StepState outcome = isApproved ? StepState.SUCCEEDED : StepState.REJECTED;
    Duration waited =
        QuarkusTransaction.requiringNew().call(() -> write(runId, isApproved, request));
    metrics.ended(outcome, waited);
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
    course.advance(run);
    return waited;
  }

  /** The step that is meant: the one that waits, or else the one that was decided last. */
  private Question question(Run run, Optional<String> step) {
    List<Question> all = approvals.questions(run.id());
    if (step.isPresent()) {
      return all.stream()
          .filter(question -> question.step().equals(step.orElseThrow()))
          .findFirst()
          .orElseThrow(
              () -> PipelineException.notFound("step that asks a person", step.orElseThrow()));
    }
    List<Question> waiting =
        all.stream().filter(one -> one.state() == StepState.WAITING_APPROVAL).toList();
    if (waiting.size() > 1) {
      throw PipelineException.malformed(
          "Several steps wait; say with 'step' which one is meant: %s."
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
          .ifPresent(waited -> metrics.ended(StepState.TIMED_OUT, waited));
    }
    ApprovalRepository.Waiting waiting = approvals.waiting();
    metrics.waiting(waiting.steps(), waiting.oldest());
  }

  private Optional<Duration> timeOut(Overdue overdue) {
    Run run = runs.lock(overdue.runId());
    Optional<Duration> waited = approvals.timeOut(overdue, NOBODY);
    if (waited.isPresent()) {
      events.stepBecame(
          run.id(), overdue.step(), StepState.TIMED_OUT, null, StepReason.DEADLINE, NOBODY);
      course.advance(run);
    }
    return waited;
  }
}
