package io.drivetrain.pipeline.engine.lineage;

import io.drivetrain.outbox.Channel;
import io.drivetrain.outbox.OutboxMessage;
import io.drivetrain.pipeline.engine.catalog.DefinitionCatalog;
import io.drivetrain.pipeline.engine.outbox.OutboxEvent;
import io.drivetrain.pipeline.engine.outbox.OutboxEvent.Kind;
import io.drivetrain.pipeline.engine.run.Run;
import io.drivetrain.pipeline.engine.run.RunOutputs;
import io.drivetrain.pipeline.engine.run.RunService;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClientUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;

/** Reports runs and attempts, with the data they read and made, to a catalogue by OpenLineage. */
@ApplicationScoped
class LineageChannel implements Channel<OutboxEvent> {
  private final LineageConfig config;
  private final LineageTransport transport;
  private final LineageEvents events;
  private final LineageRepository attempts;
  private final RunService runs;
  private final DefinitionCatalog definitions;
  private final RunOutputs outputs;

  LineageChannel(
      LineageConfig config,
      LineageRepository attempts,
      RunService runs,
      DefinitionCatalog definitions,
      RunOutputs outputs) {
    this.config = config;
    this.transport = new LineageTransport(config);
    this.events = new LineageEvents(config.namespace());
    this.attempts = attempts;
    this.runs = runs;
    this.definitions = definitions;
    this.outputs = outputs;
  }

  @Override
  public String name() {
    return "lineage";
  }

  @Override
  public Map<String, String> messages(OutboxEvent event) {
    if (transport.isOff()) {
      return Map.of();
    }
    if (event.kind() == Kind.APPROVAL_REQUESTED) {
      return Map.of(); // nothing was read or made
    }
    String target = config.transport().name().toLowerCase(Locale.ROOT);
    return runs.find(event.runId())
        .filter(run -> run.state().isTerminal() || event.kind() != Kind.RUN_ENDED) // retried
        .map(run -> Map.of(target, OpenLineageClientUtils.toJson(event(subject(run), event))))
        .orElse(Map.of()); // purged meanwhile
  }

  @Override
  public void send(OutboxMessage message) {
    transport.emit(OpenLineageClientUtils.runEventFromJson(message.payload()));
  }

  private RunEvent event(LineageSubject subject, OutboxEvent event) {
    return switch (event.kind()) {
      case RUN_STARTED -> events.runStarted(subject, event.at());
      case RUN_ENDED -> events.runEnded(subject, event.at());
      case ATTEMPT_STARTED -> events.attemptStarted(subject, attempt(event), event.at());
      case ATTEMPT_ENDED -> events.attemptEnded(subject, attempt(event), event.at());
      case APPROVAL_REQUESTED -> throw new IllegalArgumentException("an approval is no lineage");
    };
  }

  private LineageAttempt attempt(OutboxEvent event) {
    return attempts.find(event.runId(), event.attempt().orElseThrow()).orElseThrow();
  }

  private LineageSubject subject(Run run) {
    return new LineageSubject(
        run, definitions.version(run.definitionVersion()), outputs.of(run, runs.steps(run.id())));
  }
}
