package io.drivetrain.registry.client.tracking;

import java.util.List;

/**
 * What a run read.
 *
 * @param modelIds logged models
 */
public record RunInputs(List<DatasetInput> datasets, List<String> modelIds) {
  public RunInputs {
    datasets = List.copyOf(datasets);
    modelIds = List.copyOf(modelIds);
  }
}
