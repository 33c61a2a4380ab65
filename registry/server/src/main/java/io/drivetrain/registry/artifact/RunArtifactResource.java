package io.drivetrain.registry.artifact;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.run.RunService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The files of a run. */
@Path("/api/2.0/mlflow/artifacts")
@RunOnVirtualThread
@Tag(name = "Artifacts")
public class RunArtifactResource {
  private final ArtifactService artifacts;
  private final RunService runs;

  public RunArtifactResource(ArtifactService artifacts, RunService runs) {
    this.artifacts = artifacts;
    this.runs = runs;
  }

  @GET
  @Path("/list")
  public ArtifactListing list(
      @RestQuery("run_id") String runId,
      @RestQuery("run_uuid") String runUuid,
      @RestQuery("path") String path)
      throws IOException {
    var run = Fields.requiredQuery("run_id", runId == null ? runUuid : runId);
    var folder = ArtifactPath.ofFolder(path);
    return ArtifactListing.of(artifacts, runs.artifactUri(run), folder);
  }

  /**
   * Of a client that keeps no store of its own; uploads of any size go through the store itself.
   */
  @POST
  @Path("/presigned-upload-url")
  public Response presignedUpload() {
    throw PresignedResource.refusal();
  }

  @POST
  @Path("/presigned-download-url")
  public Response presignedDownload() {
    throw PresignedResource.refusal();
  }
}
