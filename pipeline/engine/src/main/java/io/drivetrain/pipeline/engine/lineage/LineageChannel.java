package io.drivetrain.pipeline.engine.lineage;

import io.drivetrain.pipeline.engine.definition.DefinitionCatalog;
import io.drivetrain.pipeline.engine.outbox.Channel;
import io.drivetrain.pipeline.engine.outbox.Happening;
import io.drivetrain.pipeline.engine.outbox.Happening.What;
import io.drivetrain.pipeline.engine.outbox.Letter;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunService;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClientUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells a catalogue which data became which model, in the words of OpenLineage. */
@ApplicationScoped
class LineageChannel implements Channel {
  private final LineageConfig config;
  private final LineageTransport transport;
  private final LineageEvents events;
  private final LineageRepository tries;
  private final RunService runs;
  private final DefinitionCatalog definitions;

  LineageChannel(
      LineageConfig config,
      LineageRepository tries,
      RunService runs,
      DefinitionCatalog definitions) {
    this.config = config;
    this.transport = new LineageTransport(config);
    this.events = new LineageEvents(config.namespace());
    this.tries = tries;
    this.runs = runs;
    this.definitions = definitions;
  }

  @Override
  public String name() {
    return "lineage";
  }

  @Override
  public Map<String, String> letters(Happening happening) {
    if (transport.isOff()) {
      return Map.of();
    }
    if (happening.what() == Happening.What.APPROVAL_ASKED) {
      return Map.of(); // nothing was read or made
    }
    String target = config.transport().name().toLowerCase(Locale.ROOT);
    return runs.find(happening.runId())
        .filter(run -> run.state().isTerminal() || happening.what() != What.RUN_ENDED) // retried
        .map(run -> Map.of(target, OpenLineageClientUtils.toJson(event(subject(run), happening))))
        .orElse(Map.of()); // purged meanwhile
  }

  @Override
  public void send(Letter letter) {
    transport.emit(OpenLineageClientUtils.runEventFromJson(letter.payload()));
  }

  private RunEvent event(LineageSubject subject, Happening happening) {
    return switch (happening.what()) {
      case RUN_STARTED -> events.runStarted(subject, happening.at());
      case RUN_ENDED -> events.runEnded(subject, happening.at());
      case TRY_STARTED -> events.tryStarted(subject, attempt(happening), happening.at());
      case TRY_ENDED -> events.tryEnded(subject, attempt(happening), happening.at());
      case APPROVAL_ASKED -> throw new IllegalArgumentException("an approval is no lineage");
    };
  }

  private LineageTry attempt(Happening happening) {
    return tries.find(happening.runId(), happening.attempt().orElseThrow()).orElseThrow();
  }

  private LineageSubject subject(Run run) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    runs.steps(run.id()).forEach(step -> outputs.putAll(step.output()));
    return new LineageSubject(run, definitions.version(run.definitionVersion()), outputs);
  }
}
