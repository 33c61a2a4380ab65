package io.drivetrain.pipeline.engine.lineage;

import io.drivetrain.pipeline.api.step.Dataset;
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
   * The data that the run reads.
   *
   * @param failedGate the gate that rejected what came of it
   */
  List<InputDataset> inputs(LineageSubject subject, Optional<String> failedGate) {
    return subject.inputs().stream().map(dataset -> input(dataset, failedGate)).toList();
  }

  /** The data that its steps have written. */
  List<OutputDataset> outputs(LineageSubject subject) {
    return subject.outputs().written().stream().map(this::output).toList();
  }

  private InputDataset input(Dataset dataset, Optional<String> failedGate) {
    OpenLineage.InputDatasetBuilder input =
        lineage
            .newInputDatasetBuilder()
            .namespace(dataset.namespace())
            .name(dataset.name())
            .facets(version(dataset));
    failedGate.ifPresent(gate -> input.inputFacets(failed(gate)));
    return input.build();
  }

  private OutputDataset output(Dataset dataset) {
    return lineage
        .newOutputDatasetBuilder()
        .namespace(dataset.namespace())
        .name(dataset.name())
        .facets(version(dataset))
        .build();
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

  private OpenLineage.DatasetFacets version(Dataset dataset) {
    OpenLineage.DatasetFacetsBuilder facets = lineage.newDatasetFacetsBuilder();
    dataset
        .version()
        .ifPresent(version -> facets.version(lineage.newDatasetVersionDatasetFacet(version)));
    return facets.build();
  }
}
