package io.drivetrain.pipeline.engine.lineage;

import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.engine.run.Run;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.Job;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineage.RunFacetsBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs as OpenLineage events, version 2-0-2. A run of a pipeline is a parent run, each attempt a
 * child run of its own. A rejection is a COMPLETE with a failed assertion: FAIL would look like a
 * failure of the pipeline.
 */
final class LineageEvents {
  private static final URI PRODUCER = URI.create("urn:drivetrain:pipeline");
  private static final String PRODUCT = "DRIVETRAIN";

  private final OpenLineage lineage = new OpenLineage(PRODUCER);
  private final LineageDatasets datasets = new LineageDatasets(lineage);
  private final String namespace;

  LineageEvents(String namespace) {
    this.namespace = namespace;
  }

  RunEvent runStarted(LineageSubject subject, Instant at) {
    return event(at, EventType.START, run(subject, Optional.empty()), job(subject))
        .inputs(datasets.inputs(subject, Optional.empty()))
        .build();
  }

  RunEvent runEnded(LineageSubject subject, Instant at) {
    Run run = subject.run();
    EventType type = type(run.state());
    Optional<String> error = type == EventType.FAIL ? run.message() : Optional.empty();
    Optional<String> refusedBy =
        run.state() == RunState.REJECTED ? Optional.of(run.pipeline()) : Optional.empty();
    return event(at, type, run(subject, error), job(subject))
        .inputs(datasets.inputs(subject, refusedBy))
        .outputs(datasets.outputs(subject))
        .build();
  }

  RunEvent attemptStarted(LineageSubject subject, LineageAttempt attempt, Instant at) {
    OpenLineage.Run run = run(subject, attempt, Optional.empty());
    return event(at, EventType.START, run, job(subject, attempt)).build();
  }

  RunEvent attemptEnded(LineageSubject subject, LineageAttempt attempt, Instant at) {
    String outcome = attempt.outcome().orElseThrow();
    EventType type = type(outcome);
    Optional<String> error = type == EventType.FAIL ? attempt.error() : Optional.empty();
    OpenLineage.RunEventBuilder event =
        event(at, type, run(subject, attempt, error), job(subject, attempt));
    if (outcome.equals("REJECTED")) {
      event.inputs(datasets.inputs(subject, Optional.of(attempt.step())));
    }
    return event.build();
  }

  /** The same for every event of an attempt. */
  static UUID idOf(UUID runId, LineageAttempt attempt) {
    String name = "%s/%s/%d".formatted(runId, attempt.step(), attempt.fence());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static EventType type(RunState ended) {
    return switch (ended) {
      case SUCCEEDED, REJECTED -> EventType.COMPLETE;
      case CANCELLED -> EventType.ABORT;
      case FAILED, TIMED_OUT -> EventType.FAIL;
      case QUEUED, RUNNING, WAITING_APPROVAL, CANCELLING ->
          throw new IllegalArgumentException("a run that is " + ended + " has not ended");
    };
  }

  private static EventType type(String outcome) {
    return switch (outcome) {
      case "SUCCEEDED", "REJECTED" -> EventType.COMPLETE;
      case "LEASE_LOST", "RELEASED", "CANCELLED" -> EventType.ABORT;
      default -> EventType.FAIL;
    };
  }

  private OpenLineage.RunEventBuilder event(
      Instant at, EventType type, OpenLineage.Run run, Job job) {
    return lineage
        .newRunEventBuilder()
        .eventTime(utc(at))
        .eventType(type)
        .run(run)
        .job(job)
        .inputs(List.of())
        .outputs(List.of());
  }

  private OpenLineage.Run run(LineageSubject subject, Optional<String> error) {
    return lineage.newRun(subject.run().id(), facets(subject, error).build());
  }

  private OpenLineage.Run run(
      LineageSubject subject, LineageAttempt attempt, Optional<String> error) {
    UUID parent = subject.run().id();
    RunFacetsBuilder facets = facets(subject, error);
    facets.parent(
        lineage
            .newParentRunFacetBuilder()
            .run(lineage.newParentRunFacetRunBuilder().runId(parent).build())
            .job(
                lineage
                    .newParentRunFacetJobBuilder()
                    .namespace(namespace)
                    .name(subject.run().pipeline())
                    .build())
            .build());
    return lineage.newRun(idOf(parent, attempt), facets.build());
  }

  private RunFacetsBuilder facets(LineageSubject subject, Optional<String> error) {
    RunFacetsBuilder facets = lineage.newRunFacetsBuilder();
    facets.processing_engine(
        lineage.newProcessingEngineRunFacet(Runtime.version().toString(), "JVM", null));
    subject
        .run()
        .logicalTime()
        .ifPresent(time -> facets.nominalTime(lineage.newNominalTimeRunFacet(utc(time), null)));
    error.ifPresent(
        message -> facets.errorMessage(lineage.newErrorMessageRunFacet(message, "Java", null)));
    return facets;
  }

  private Job job(LineageSubject subject) {
    String text = subject.definition().label() + "\n" + subject.definition().description();
    return lineage.newJob(
        namespace,
        subject.run().pipeline(),
        lineage
            .newJobFacetsBuilder()
            .jobType(lineage.newJobTypeJobFacet("BATCH", PRODUCT, "DAG", null))
            .documentation(lineage.newDocumentationJobFacet(text.strip(), "text/plain"))
            .build());
  }

  private Job job(LineageSubject subject, LineageAttempt attempt) {
    return lineage.newJob(
        namespace,
        subject.run().pipeline() + "." + attempt.step(),
        lineage
            .newJobFacetsBuilder()
            .jobType(lineage.newJobTypeJobFacet("BATCH", PRODUCT, "TASK", null))
            .build());
  }

  private static ZonedDateTime utc(Instant instant) {
    return instant.atZone(ZoneOffset.UTC);
  }
}
