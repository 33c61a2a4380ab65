package io.drivetrain.pipeline.learning.evaluation.gate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.List;
import java.util.Objects;

/**
 * What a challenger must show before it may be promoted. Key {@code gates} of a definition, a list.
 * A gate of severity {@code error}, which is the default, ends the run as REJECTED when it says no;
 * one of severity {@code warn} only says so in the report.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MetricGate.class, name = "metric"),
  @JsonSubTypes.Type(value = ChampionGate.class, name = "champion"),
  @JsonSubTypes.Type(value = SliceGate.class, name = "slice"),
  @JsonSubTypes.Type(value = BaselineGate.class, name = "baseline"),
  @JsonSubTypes.Type(value = RangeGate.class, name = "range"),
  @JsonSubTypes.Type(value = MonotoneGate.class, name = "monotone"),
  @JsonSubTypes.Type(value = LatencyGate.class, name = "latency")
})
public sealed interface Gate permits HoldOutGate, LatencyGate {
  DefinitionSection<List<Gate>> SECTION = DefinitionSection.listOf("gates", Gate.class);

  Severity severity();

  /** What a definition means that says nothing of the severity. */
  static Severity orError(Severity severity) {
    return Objects.requireNonNullElse(severity, Severity.ERROR);
  }
}
