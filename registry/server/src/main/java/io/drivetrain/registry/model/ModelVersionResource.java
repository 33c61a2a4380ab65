package io.drivetrain.registry.model;

import io.drivetrain.registry.model.ModelVersionRequest.CreateModelVersion;
import io.drivetrain.registry.model.ModelVersionRequest.DeleteModelVersion;
import io.drivetrain.registry.model.ModelVersionRequest.DeleteModelVersionTag;
import io.drivetrain.registry.model.ModelVersionRequest.SetModelVersionTag;
import io.drivetrain.registry.model.ModelVersionRequest.TransitionStage;
import io.drivetrain.registry.model.ModelVersionRequest.UpdateModelVersion;
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
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/2.0/mlflow/model-versions")
@RunOnVirtualThread
@Tag(name = "Model versions")
public class ModelVersionResource {
  private static final long DEFAULT_PAGE = 200_000;

  /** {@code {"model_version": {...}}}. */
  public record Found(ModelVersion modelVersion) {}

  /** {@code {"artifact_uri": "..."}}. */
  public record DownloadUri(String artifactUri) {}

  private final ModelVersionService versions;
  private final PromotionService promotions;

  public ModelVersionResource(ModelVersionService versions, PromotionService promotions) {
    this.versions = versions;
    this.promotions = promotions;
  }

  @POST
  @Path("/create")
  public Found create(CreateModelVersion request) {
    return new Found(versions.create(request));
  }

  @GET
  @Path("/get")
  public Found get(@RestQuery("name") String name, @RestQuery("version") String version) {
    return new Found(
        versions.get(Fields.requiredQuery("name", name), Fields.requiredQuery("version", version)));
  }

  @GET
  @Path("/get-download-uri")
  public DownloadUri downloadUri(
      @RestQuery("name") String name, @RestQuery("version") String version) {
    return new DownloadUri(
        versions.downloadUri(
            Fields.requiredQuery("name", name), Fields.requiredQuery("version", version)));
  }

  @GET
  @Path("/search")
  public ModelVersionService.Page search(
      @RestQuery("filter") String filter,
      @RestQuery("max_results") String maxResults,
      @RestQuery("order_by") List<String> orderBy,
      @RestQuery("page_token") String pageToken) {
    long size = Fields.wholeNumber("max_results", maxResults, DEFAULT_PAGE);
    return versions.search(filter, size, orderBy, pageToken);
  }

  @PATCH
  @Path("/update")
  public Found update(UpdateModelVersion request) {
    return new Found(versions.update(request.name(), request.version(), request.description()));
  }

  @DELETE
  @Path("/delete")
  public Empty delete(DeleteModelVersion request) {
    versions.delete(request.name(), request.version());
    return new Empty();
  }

  @POST
  @Path("/transition-stage")
  public Found transitionStage(TransitionStage request) {
    return new Found(promotions.moveToStage(request));
  }

  @POST
  @Path("/set-tag")
  public Empty setTag(SetModelVersionTag request) {
    versions.setTag(request.name(), request.version(), request.key(), request.value());
    return new Empty();
  }

  @DELETE
  @Path("/delete-tag")
  public Empty deleteTag(DeleteModelVersionTag request) {
    versions.deleteTag(request.name(), request.version(), request.key());
    return new Empty();
  }
}
