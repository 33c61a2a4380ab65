package io.drivetrain.registry.dataset;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.drivetrain.registry.protocol.LeadingTexts;
import io.drivetrain.registry.protocol.MlflowRequest;
import io.drivetrain.registry.protocol.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/2.0/mlflow/experiments/search-datasets")
@RunOnVirtualThread
@Tag(name = "Datasets")
public class DatasetResource {
  /** The experiments to look into. */
  public record SearchDatasets(
      @JsonDeserialize(using = LeadingTexts.class) List<String> experimentIds)
      implements MlflowRequest {
    private static final int MAX_EXPERIMENTS = 20;

    public SearchDatasets {
      experimentIds = experimentIds == null ? List.of() : List.copyOf(experimentIds);
      if (experimentIds.isEmpty()) {
        throw Refusal.DATASETS_OF_NOTHING.with();
      }
      if (experimentIds.size() > MAX_EXPERIMENTS) {
        throw Refusal.DATASETS_OF_TOO_MANY.with(MAX_EXPERIMENTS, experimentIds.size());
      }
    }
  }

  /** {@code {"dataset_summaries": [...]}}, left out when there are none. */
  public record Found(List<DatasetSummary> datasetSummaries) {}

  private final DatasetService datasets;

  public DatasetResource(DatasetService datasets) {
    this.datasets = datasets;
  }

  @POST
  public Found search(SearchDatasets request) {
    return new Found(datasets.summaries(request.experimentIds()));
  }
}
