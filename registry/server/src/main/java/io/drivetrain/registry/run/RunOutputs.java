package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.Fields;
import java.util.List;

/** The logged models that a run made. */
public record RunOutputs(List<ModelOutput> modelOutputs) {
  /**
   * A logged model with the step of the training that it is from.
   *
   * @param step 0 where the client names none
   */
  public record ModelOutput(String modelId, long step) {
    public ModelOutput {
      Fields.required("model_id", modelId);
    }
  }
}
