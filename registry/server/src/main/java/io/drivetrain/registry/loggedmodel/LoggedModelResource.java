package io.drivetrain.registry.loggedmodel;

import io.drivetrain.registry.loggedmodel.LoggedModelRequest.CreateLoggedModel;
import io.drivetrain.registry.loggedmodel.LoggedModelRequest.FinalizeLoggedModel;
import io.drivetrain.registry.loggedmodel.LoggedModelRequest.LogLoggedModelParams;
import io.drivetrain.registry.loggedmodel.LoggedModelRequest.SearchLoggedModels;
import io.drivetrain.registry.loggedmodel.LoggedModelRequest.SetLoggedModelTags;
import io.drivetrain.registry.protocol.Empty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/2.0/mlflow/logged-models")
@RunOnVirtualThread
@Tag(name = "Logged models")
public class LoggedModelResource {
  /** {@code {"model": {...}}}. */
  public record Found(LoggedModel model) {}

  private final LoggedModelService models;

  public LoggedModelResource(LoggedModelService models) {
    this.models = models;
  }

  @POST
  public Found create(CreateLoggedModel request) {
    return new Found(models.create(request));
  }

  @POST
  @Path("/search")
  public LoggedModelService.Page search(SearchLoggedModels request) {
    return models.search(request);
  }

  @GET
  @Path("/{model_id}")
  public Found get(
      @RestPath("model_id") String modelId, @RestQuery("allow_deleted") boolean allowDeleted) {
    return new Found(models.get(modelId, allowDeleted));
  }

  @PATCH
  @Path("/{model_id}")
  public Found finish(@RestPath("model_id") String modelId, FinalizeLoggedModel request) {
    return new Found(models.moveTo(modelId, request.status()));
  }

  @DELETE
  @Path("/{model_id}")
  public Empty delete(@RestPath("model_id") String modelId) {
    models.delete(modelId);
    return new Empty();
  }

  /** MLflow's description promises the model, its server answers {@code {}}; so does this one. */
  @PATCH
  @Path("/{model_id}/tags")
  public Empty setTags(@RestPath("model_id") String modelId, SetLoggedModelTags request) {
    models.setTags(modelId, request.tags());
    return new Empty();
  }

  @DELETE
  @Path("/{model_id}/tags/{tag_key:.+}")
  public Empty deleteTag(@RestPath("model_id") String modelId, @RestPath("tag_key") String tagKey) {
    models.deleteTag(modelId, tagKey);
    return new Empty();
  }

  @POST
  @Path("/{model_id}/params")
  public Empty addParams(@RestPath("model_id") String modelId, LogLoggedModelParams request) {
    models.addParams(modelId, request.params());
    return new Empty();
  }
}
