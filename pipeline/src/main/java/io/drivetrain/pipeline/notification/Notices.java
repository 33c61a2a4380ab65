package io.drivetrain.pipeline.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.pipeline.definition.DefinitionCatalog;
import io.drivetrain.pipeline.definition.NotificationSpec;
import io.drivetrain.pipeline.definition.Outcome;
import io.drivetrain.pipeline.outbox.Happening;
import io.drivetrain.pipeline.run.Run;
import io.drivetrain.pipeline.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
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
    if (happening.what() != Happening.What.RUN_ENDED || known.isEmpty()) {
      return Map.of();
    }
    return runs.find(happening.runId())
        .filter(run -> run.state().isTerminal()) // else a retry lets it go on: its next end is told
        .map(run -> of(run, known))
        .orElse(Map.of()); // purged meanwhile
  }

  private Map<String, String> of(Run run, Set<String> known) {
    Outcome outcome = Outcome.valueOf(run.state().name());
    return definitions.version(run.definitionVersion()).notifications().stream()
        .filter(notification -> notification.on().contains(outcome))
        .map(NotificationSpec::target)
        .filter(known::contains)
        .distinct()
        .collect(Collectors.toMap(target -> target, target -> text(RunNotice.of(run))));
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
