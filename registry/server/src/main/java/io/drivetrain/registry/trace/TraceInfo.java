package io.drivetrain.registry.trace;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.TextsByKey;
import java.util.Map;

/**
 * What is known of a trace, on the wire of MLflow 3.
 *
 * @param clientRequestId null where the application gave it none
 * @param requestTime RFC 3339
 * @param executionDuration seconds as protobuf writes them, {@code 0.341s}; null while it goes on
 */
public record TraceInfo(
    String traceId,
    String clientRequestId,
    Location traceLocation,
    String requestPreview,
    String responsePreview,
    String requestTime,
    String executionDuration,
    TraceState state,
    @JsonDeserialize(using = TextsByKey.class) Map<String, String> traceMetadata,
    @JsonDeserialize(using = TextsByKey.class) Map<String, String> tags) {
  public TraceInfo {
    Fields.requiredText("trace_id", traceId);
    Fields.required("trace_location", traceLocation);
    Fields.requiredText("request_time", requestTime);
    state = state == null ? TraceState.STATE_UNSPECIFIED : state;
    traceMetadata = traceMetadata == null ? Map.of() : Map.copyOf(traceMetadata);
    tags = tags == null ? Map.of() : Map.copyOf(tags);
  }

  /** Where a trace belongs: here always to an experiment. */
  public record Location(String type, OfExperiment mlflowExperiment) {
    public Location {
      Fields.required("mlflow_experiment", mlflowExperiment);
    }

    static Location of(String experimentId) {
      return new Location("MLFLOW_EXPERIMENT", new OfExperiment(experimentId));
    }
  }

  /** The experiment of a trace. */
  public record OfExperiment(String experimentId) {
    public OfExperiment {
      Fields.requiredText("experiment_id", experimentId);
    }
  }
}
