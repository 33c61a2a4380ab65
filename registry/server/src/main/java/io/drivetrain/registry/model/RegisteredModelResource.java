package io.drivetrain.registry.model;

import io.drivetrain.registry.model.RegisteredModelRequest.CreateRegisteredModel;
import io.drivetrain.registry.model.RegisteredModelRequest.DeleteAlias;
import io.drivetrain.registry.model.RegisteredModelRequest.DeleteRegisteredModel;
import io.drivetrain.registry.model.RegisteredModelRequest.DeleteRegisteredModelTag;
import io.drivetrain.registry.model.RegisteredModelRequest.GetLatestVersions;
import io.drivetrain.registry.model.RegisteredModelRequest.RenameRegisteredModel;
import io.drivetrain.registry.model.RegisteredModelRequest.SetAlias;
import io.drivetrain.registry.model.RegisteredModelRequest.SetRegisteredModelTag;
import io.drivetrain.registry.model.RegisteredModelRequest.UpdateRegisteredModel;
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

@Path("/api/2.0/mlflow/registered-models")
@RunOnVirtualThread
@Tag(name = "Registered models")
public class RegisteredModelResource {
  private static final long DEFAULT_PAGE = 100;

  /** {@code {"registered_model": {...}}}. */
  public record Found(RegisteredModel registeredModel) {}

  /** {@code {"model_versions": [...]}}. */
  public record Latest(List<ModelVersion> modelVersions) {}

  /** {@code {"model_version": {...}}}. */
  public record Aliased(ModelVersion modelVersion) {}

  private final RegisteredModelService models;
  private final ModelVersionService versions;
  private final PromotionService promotions;

  public RegisteredModelResource(
      RegisteredModelService models, ModelVersionService versions, PromotionService promotions) {
    this.models = models;
    this.versions = versions;
    this.promotions = promotions;
  }

  @POST
  @Path("/create")
  public Found create(CreateRegisteredModel request) {
    return new Found(models.create(request));
  }

  @GET
  @Path("/get")
  public Found get(@RestQuery("name") String name) {
    return new Found(models.get(Fields.requiredQuery("name", name)));
  }

  @GET
  @Path("/search")
  public RegisteredModelService.Page search(
      @RestQuery("filter") String filter,
      @RestQuery("max_results") String maxResults,
      @RestQuery("order_by") List<String> orderBy,
      @RestQuery("page_token") String pageToken) {
    long size = Fields.wholeNumber("max_results", maxResults, DEFAULT_PAGE);
    return models.search(filter, size, orderBy, pageToken);
  }

  @PATCH
  @Path("/update")
  public Found update(UpdateRegisteredModel request) {
    return new Found(models.update(request.name(), request.description()));
  }

  @POST
  @Path("/rename")
  public Found rename(RenameRegisteredModel request) {
    return new Found(models.rename(request.name(), request.newName()));
  }

  @DELETE
  @Path("/delete")
  public Empty delete(DeleteRegisteredModel request) {
    models.delete(request.name());
    return new Empty();
  }

  @POST
  @Path("/set-tag")
  public Empty setTag(SetRegisteredModelTag request) {
    models.setTag(request.name(), request.key(), request.value());
    return new Empty();
  }

  @DELETE
  @Path("/delete-tag")
  public Empty deleteTag(DeleteRegisteredModelTag request) {
    models.deleteTag(request.name(), request.key());
    return new Empty();
  }

  @POST
  @Path("/get-latest-versions")
  public Latest latest(GetLatestVersions request) {
    return new Latest(versions.latest(request.name(), request.stages()));
  }

  @GET
  @Path("/get-latest-versions")
  public Latest latest(@RestQuery("name") String name, @RestQuery("stages") List<String> stages) {
    return new Latest(versions.latest(Fields.requiredQuery("name", name), stages));
  }

  @GET
  @Path("/alias")
  public Aliased byAlias(@RestQuery("name") String name, @RestQuery("alias") String alias) {
    return new Aliased(
        promotions.versionByAlias(
            Fields.requiredQuery("name", name), Fields.requiredQuery("alias", alias)));
  }

  @POST
  @Path("/alias")
  public Empty setAlias(SetAlias request) {
    promotions.setAlias(request);
    return new Empty();
  }

  @DELETE
  @Path("/alias")
  public Empty deleteAlias(DeleteAlias request) {
    promotions.deleteAlias(request);
    return new Empty();
  }
}
