package io.drivetrain.pipeline.engine.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.NotificationSpec;
import io.drivetrain.pipeline.engine.definition.NotifyOn;
import io.drivetrain.pipeline.engine.outbox.OutboxEvent;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which targets are notified of an event, and what the notice says. */
@ApplicationScoped
class Notices {
  private final RunService runs;
  private final DefinitionCatalog definitions;
  private final ObjectMapper json;

  Notices(RunService runs, DefinitionCatalog definitions, ObjectMapper json) {
    this.runs = runs;
    this.definitions = definitions;
    this.json = json;
  }

  /**
   * Notices by target.
   *
   * @param known the targets that are configured; others that a definition names get nothing
   */
  Map<String, String> of(OutboxEvent event, Set<String> known) {
    if (known.isEmpty()) {
      return Map.of();
    }
    return runs.find(event.runId()).map(run -> of(run, event, known)).orElse(Map.of()); // or purged
  }

  private Map<String, String> of(Run run, OutboxEvent event, Set<String> known) {
    return switch (event.kind()) {
      case RUN_ENDED ->
          run.state().isTerminal() // else it was retried meanwhile: its next end counts
              ? notices(run, NotifyOn.valueOf(run.state().name()), RunNotice.of(run), known)
              : Map.of();
      case APPROVAL_REQUESTED ->
          question(run, event.attempt().orElseThrow().step())
              .map(notice -> notices(run, NotifyOn.APPROVAL, notice, known))
              .orElse(Map.of()); // decided meanwhile
      case RUN_STARTED, ATTEMPT_STARTED, ATTEMPT_ENDED -> Map.of();
    };
  }

  private Optional<RunNotice> question(Run run, String asking) {
    return runs.steps(run.id()).stream()
        .filter(step -> step.step().equals(asking))
        .flatMap(step -> step.approval().map(asked -> RunNotice.asking(run, step, asked)).stream())
        .findFirst();
  }

  private Map<String, String> notices(Run run, NotifyOn on, RunNotice notice, Set<String> known) {
    return definitions.version(run.definitionVersion()).notifications().stream()
        .filter(notification -> notification.on().contains(on))
        .map(NotificationSpec::target)
        .filter(known::contains)
        .distinct()
        .collect(Collectors.toMap(target -> target, target -> text(notice)));
  }

  RunNotice read(String payload) throws JsonProcessingException {
    return json.readValue(payload, RunNotice.class);
  }

  private String text(RunNotice notice) {
    try {
      return json.writeValueAsString(notice);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
