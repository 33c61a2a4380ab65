package io.drivetrain.pipeline.engine.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.OutputDataset;
import java.util.List;
import java.util.Optional;

/** What a run reads and makes, in the words of OpenLineage. */
final class LineageDatasets {
  private final OpenLineage lineage;

  LineageDatasets(OpenLineage lineage) {
    this.lineage = lineage;
  }

  /**
   * The files that the run was given.
   *
   * @param refusedBy the gate that said no to what came of them
   */
  List<InputDataset> inputs(LineageSubject subject, Optional<String> refusedBy) {
    return subject.files().stream().map(file -> input(subject, file, refusedBy)).toList();
  }

  /** The model, by the run of the registry that made it. */
  List<OutputDataset> outputs(LineageSubject subject) {
    if (subject.output("modelVersion").isEmpty()) {
      return List.of();
    }
    return subject.output("mlflowRunId").stream()
        .map(runId ->
            lineage
                .newOutputDatasetBuilder()
                .namespace("mlflow")
                .name("runs:/" + runId + "/" + subject.output("modelPath").orElse("model"))
                .facets(version(subject, "modelVersion"))
                .build())
        .toList();
  }

  private InputDataset input(LineageSubject subject, String file, Optional<String> refusedBy) {
    OpenLineage.InputDatasetBuilder input =
        lineage
            .newInputDatasetBuilder()
            .namespace("file")
            .name(file)
            .facets(version(subject, "dataHash"));
    refusedBy.ifPresent(gate -> input.inputFacets(failed(gate)));
    return input.build();
  }

  private OpenLineage.InputDatasetInputFacets failed(String gate) {
    return lineage
        .newInputDatasetInputFacetsBuilder()
        .dataQualityAssertions(
            lineage.newDataQualityAssertionsDatasetFacet(
                List.of(
                    lineage
                        .newDataQualityAssertionsDatasetFacetAssertionsBuilder()
                        .assertion(gate)
                        .success(false)
                        .build())))
        .build();
  }

  private OpenLineage.DatasetFacets version(LineageSubject subject, String key) {
    OpenLineage.DatasetFacetsBuilder facets = lineage.newDatasetFacetsBuilder();
    subject
        .output(key)
        .ifPresent(version -> facets.version(lineage.newDatasetVersionDatasetFacet(version)));
    return facets.build();
  }
}
