package io.drivetrain.registry.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.registry.evaluation.EvaluationRequest.ChangeExperiments;
import io.drivetrain.registry.evaluation.EvaluationRequest.CreateDataset;
import io.drivetrain.registry.evaluation.EvaluationRequest.DeleteRecords;
import io.drivetrain.registry.evaluation.EvaluationRequest.SearchDatasets;
import io.drivetrain.registry.evaluation.EvaluationRequest.SetTags;
import io.drivetrain.registry.evaluation.EvaluationRequest.UpsertRecords;
import io.drivetrain.registry.protocol.Empty;
import io.drivetrain.registry.protocol.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/3.0/mlflow/datasets")
@RunOnVirtualThread
@Tag(name = "Evaluation datasets")
public class EvaluationResource {
  private static final long DEFAULT_PAGE = 1000;

  /** {@code {"dataset": {...}}}. */
  public record Found(EvaluationDataset dataset) {}

  /** {@code {"experiment_ids": [...]}}, left out when there are none. */
  public record ExperimentIds(List<String> experimentIds) {}

  /** {@code {"deleted_count": 2}}. */
  public record Deleted(@JsonInclude(JsonInclude.Include.ALWAYS) int deletedCount) {}

  private final EvaluationService datasets;

  public EvaluationResource(EvaluationService datasets) {
    this.datasets = datasets;
  }

  @POST
  @Path("/create")
  public Found create(CreateDataset request) {
    return new Found(datasets.create(request));
  }

  @POST
  @Path("/search")
  public EvaluationService.Page search(SearchDatasets request) {
    return datasets.search(request);
  }

  @GET
  @Path("/search")
  public EvaluationService.Page search(
      @RestQuery("experiment_ids") List<String> experimentIds,
      @RestQuery("filter_string") String filter,
      @RestQuery("max_results") String maxResults,
      @RestQuery("order_by") List<String> orderBy,
      @RestQuery("page_token") String pageToken) {
    long size = Fields.wholeNumber("max_results", maxResults, DEFAULT_PAGE);
    return datasets.search(new SearchDatasets(experimentIds, filter, size, orderBy, pageToken));
  }

  @GET
  @Path("/{dataset_id}")
  public Found get(@RestPath("dataset_id") String id) {
    return new Found(datasets.get(id));
  }

  @DELETE
  @Path("/{dataset_id}")
  public Empty delete(@RestPath("dataset_id") String id) {
    datasets.delete(id);
    return new Empty();
  }

  @PATCH
  @Path("/{dataset_id}/tags")
  public Empty setTags(@RestPath("dataset_id") String id, SetTags request) {
    datasets.setTags(id, request.tags());
    return new Empty();
  }

  @DELETE
  @Path("/{dataset_id}/tags/{key:.+}")
  public Empty deleteTag(@RestPath("dataset_id") String id, @RestPath String key) {
    datasets.deleteTag(id, key);
    return new Empty();
  }

  @GET
  @Path("/{dataset_id}/experiment-ids")
  public ExperimentIds experimentIds(@RestPath("dataset_id") String id) {
    return new ExperimentIds(datasets.get(id).experimentIds());
  }

  @POST
  @Path("/{dataset_id}/add-experiments")
  public Found addExperiments(@RestPath("dataset_id") String id, ChangeExperiments request) {
    return new Found(datasets.addToExperiments(id, request.experimentIds()));
  }

  @POST
  @Path("/{dataset_id}/remove-experiments")
  public Found removeExperiments(@RestPath("dataset_id") String id, ChangeExperiments request) {
    return new Found(datasets.removeFromExperiments(id, request.experimentIds()));
  }

  @POST
  @Path("/{dataset_id}/records")
  public EvaluationService.Upserted upsert(
      @RestPath("dataset_id") String id, UpsertRecords request) {
    return datasets.upsert(id, request);
  }

  @GET
  @Path("/{dataset_id}/records")
  public EvaluationService.RecordPage records(
      @RestPath("dataset_id") String id,
      @RestQuery("max_results") String maxResults,
      @RestQuery("page_token") String pageToken) {
    long size = Fields.wholeNumber("max_results", maxResults, DEFAULT_PAGE);
    return datasets.records(id, size, pageToken);
  }

  @DELETE
  @Path("/{dataset_id}/records")
  public Deleted deleteRecords(@RestPath("dataset_id") String id, DeleteRecords request) {
    return new Deleted(datasets.deleteRecords(id, request.datasetRecordIds()));
  }
}
