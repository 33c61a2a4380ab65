package io.drivetrain.pipeline.engine.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.pipeline.engine.definition.DefinitionCatalog;
import io.drivetrain.pipeline.engine.definition.NotificationSpec;
import io.drivetrain.pipeline.engine.definition.Occasion;
import io.drivetrain.pipeline.engine.outbox.Happening;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which targets are told of a happening, and what. */
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
   * @param known the targets that are configured; others that a definition names are not told
   */
  Map<String, String> of(Happening happening, Set<String> known) {
    if (known.isEmpty()) {
      return Map.of();
    }
    return runs.find(happening.runId())
        .map(run -> of(run, happening, known))
        .orElse(Map.of()); // or purged
  }

  private Map<String, String> of(Run run, Happening happening, Set<String> known) {
    return switch (happening.what()) {
      case RUN_ENDED ->
          run.state().isTerminal() // else a retry lets it go on: its next end is told
              ? told(run, Occasion.valueOf(run.state().name()), RunNotice.of(run), known)
              : Map.of();
      case APPROVAL_ASKED ->
          question(run, happening.attempt().orElseThrow().step())
              .map(notice -> told(run, Occasion.APPROVAL, notice, known))
              .orElse(Map.of()); // decided meanwhile
      case RUN_STARTED, TRY_STARTED, TRY_ENDED -> Map.of();
    };
  }

  private Optional<RunNotice> question(Run run, String asking) {
    return runs.steps(run.id()).stream()
        .filter(step -> step.step().equals(asking))
        .flatMap(step -> step.approval().map(asked -> RunNotice.asking(run, step, asked)).stream())
        .findFirst();
  }

  private Map<String, String> told(
      Run run, Occasion occasion, RunNotice notice, Set<String> known) {
    return definitions.version(run.definitionVersion()).notifications().stream()
        .filter(notification -> notification.on().contains(occasion))
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
