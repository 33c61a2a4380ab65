package io.drivetrain.registry.run;

import io.drivetrain.registry.dataset.DatasetService;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes where runs come from and what came of them: datasets and models. */
@ApplicationScoped
class RunLineage {
  private final DatasetService datasets;
  private final RunModelRepository models;

  RunLineage(DatasetService datasets, RunModelRepository models) {
    this.datasets = datasets;
    this.models = models;
  }

  void addInputs(long experiment, long run, RunRequest.LogInputs request) {
    datasets.addInputs(experiment, run, request.datasets());
    models.addInputs(run, request.models());
  }

  void addOutputs(long run, RunRequest.LogOutputs request) {
    models.addOutputs(run, request.models());
  }
}
