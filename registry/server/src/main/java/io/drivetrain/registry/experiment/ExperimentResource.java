package io.drivetrain.registry.experiment;

import io.drivetrain.registry.experiment.ExperimentRequest.CreateExperiment;
import io.drivetrain.registry.experiment.ExperimentRequest.DeleteExperimentTag;
import io.drivetrain.registry.experiment.ExperimentRequest.ExperimentReference;
import io.drivetrain.registry.experiment.ExperimentRequest.SearchExperiments;
import io.drivetrain.registry.experiment.ExperimentRequest.SetExperimentTag;
import io.drivetrain.registry.experiment.ExperimentRequest.UpdateExperiment;
import io.drivetrain.registry.protocol.Empty;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.ViewType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/2.0/mlflow/experiments")
@RunOnVirtualThread
@Tag(name = "Experiments")
public class ExperimentResource {
  /** {@code {"experiment_id": "1"}}. */
  public record Created(String experimentId) {}

  /** {@code {"experiment": {...}}}. */
  public record Found(Experiment experiment) {}

  private final ExperimentService experiments;

  public ExperimentResource(ExperimentService experiments) {
    this.experiments = experiments;
  }

  @POST
  @Path("/create")
  public Created create(CreateExperiment request) {
    return new Created(experiments.create(request));
  }

  @GET
  @Path("/get")
  public Found get(@RestQuery("experiment_id") String id) {
    return new Found(experiments.get(Fields.requiredQuery("experiment_id", id)));
  }

  @GET
  @Path("/get-by-name")
  public Found getByName(@RestQuery("experiment_name") String name) {
    return new Found(experiments.getByName(Fields.requiredQuery("experiment_name", name)));
  }

  @POST
  @Path("/search")
  public ExperimentPage search(SearchExperiments request) {
    return experiments.search(request);
  }

  @GET
  @Path("/search")
  public ExperimentPage search(
      @RestQuery("max_results") String maxResults,
      @RestQuery("page_token") String pageToken,
      @RestQuery("filter") String filter,
      @RestQuery("order_by") List<String> orderBy,
      @RestQuery("view_type") String viewType) {
    return experiments.search(
        new SearchExperiments(
            Fields.wholeNumber("max_results", maxResults, 0),
            pageToken,
            filter,
            orderBy,
            ViewType.of(viewType)));
  }

  @POST
  @Path("/update")
  public Empty update(UpdateExperiment request) {
    experiments.rename(request.experimentId(), request.newName());
    return new Empty();
  }

  @POST
  @Path("/delete")
  public Empty delete(ExperimentReference request) {
    experiments.delete(request.experimentId());
    return new Empty();
  }

  @POST
  @Path("/restore")
  public Empty restore(ExperimentReference request) {
    experiments.restore(request.experimentId());
    return new Empty();
  }

  @POST
  @Path("/set-experiment-tag")
  public Empty setTag(SetExperimentTag request) {
    experiments.setTag(request.experimentId(), request.key(), request.value());
    return new Empty();
  }

  @POST
  @Path("/delete-experiment-tag")
  public Empty deleteTag(DeleteExperimentTag request) {
    experiments.deleteTag(request.experimentId(), request.key());
    return new Empty();
  }
}
