package io.drivetrain.pipeline.engine.lineage;

import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.api.step.Dataset;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.run.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run as it stands. */
record LineageSubject(Run run, PipelineDefinition definition, StepOutputs outputs) {
  private static final String FILE = "file";

  /**
   * The data that it reads: the files that it was given, and what its steps declare. A version is
   * known when a step has declared it.
   */
  List<Dataset> inputs() {
    Map<String, Dataset> inputs = new LinkedHashMap<>();
    files().forEach(file -> put(inputs, new Dataset(FILE, file, Optional.empty())));
    outputs.read().forEach(dataset -> put(inputs, dataset));
    return List.copyOf(inputs.values());
  }

  private static void put(Map<String, Dataset> datasets, Dataset dataset) {
    datasets.put(dataset.namespace() + " " + dataset.name(), dataset);
  }

  private List<String> files() {
    return definition.parameters().stream()
        .filter(parameter -> parameter.type() == ParameterType.FILE)
        .map(ParameterSpec::name)
        .map(run.parameters()::file)
        .toList();
  }
}
