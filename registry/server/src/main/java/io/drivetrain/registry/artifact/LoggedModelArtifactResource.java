package io.drivetrain.registry.artifact;

import io.drivetrain.registry.loggedmodel.LoggedModelService;
import io.drivetrain.registry.protocol.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The files of a logged model. */
@Path("/api/2.0/mlflow/logged-models/{model_id}/artifacts")
@RunOnVirtualThread
@Tag(name = "Artifacts")
public class LoggedModelArtifactResource {
  private final ArtifactService artifacts;
  private final LoggedModelService models;

  public LoggedModelArtifactResource(ArtifactService artifacts, LoggedModelService models) {
    this.artifacts = artifacts;
    this.models = models;
  }

  @GET
  @Path("/directories")
  public ArtifactListing list(
      @RestPath("model_id") String modelId, @RestQuery("artifact_directory_path") String path)
      throws IOException {
    var folder = ArtifactPath.ofFolder(path);
    return ArtifactListing.of(artifacts, rootUri(modelId), folder);
  }

  @GET
  @Path("/files")
  public Response download(
      @RestPath("model_id") String modelId,
      @RestQuery("artifact_file_path") String path,
      @BeanParam DownloadConditions conditions)
      throws IOException {
    var below = ArtifactPath.ofFile(Fields.requiredQuery("artifact_file_path", path));
    var file = ArtifactPath.ofUri(rootUri(modelId)).resolve(below.value());
    return ArtifactDownload.respond(file, artifacts.open(file), conditions);
  }

  private String rootUri(String modelId) {
    return models.get(modelId, false).info().artifactUri();
  }
}
