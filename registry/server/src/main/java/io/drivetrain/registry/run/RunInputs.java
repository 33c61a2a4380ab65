package io.drivetrain.registry.run;

import io.drivetrain.registry.dataset.DatasetInput;
import io.drivetrain.registry.protocol.Fields;
import java.util.List;

/** What a run read. Always on the wire, as {@code {}} where there is nothing. */
public record RunInputs(List<DatasetInput> datasetInputs, List<ModelInput> modelInputs) {
  static final RunInputs NONE = new RunInputs(List.of(), List.of());

  /** A logged model that the run used. */
  public record ModelInput(String modelId) {
    public ModelInput {
      Fields.required("model_id", modelId);
    }
  }
}
