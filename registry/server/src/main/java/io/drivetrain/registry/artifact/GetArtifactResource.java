package io.drivetrain.registry.artifact;

import io.drivetrain.registry.model.ModelVersionService;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.run.RunService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Single files, named by what they belong to. */
@Path("/")
@RunOnVirtualThread
@Tag(name = "Artifacts")
public class GetArtifactResource {
  private final ArtifactService artifacts;
  private final RunService runs;
  private final ModelVersionService versions;

  public GetArtifactResource(
      ArtifactService artifacts, RunService runs, ModelVersionService versions) {
    this.artifacts = artifacts;
    this.runs = runs;
    this.versions = versions;
  }

  @GET
  @Path("/get-artifact")
  public Response ofRun(
      @RestQuery("run_id") String runId,
      @RestQuery("run_uuid") String runUuid,
      @RestQuery("path") String path,
      @BeanParam DownloadConditions conditions)
      throws IOException {
    var below = ArtifactPath.ofFile(Fields.requiredQuery("path", path));
    var run = Fields.requiredQuery("run_id", runId == null ? runUuid : runId);
    return send(runs.artifactUri(run), below, conditions);
  }

  @GET
  @Path("/model-versions/get-artifact")
  public Response ofVersion(
      @RestQuery("name") String name,
      @RestQuery("version") String version,
      @RestQuery("path") String path,
      @BeanParam DownloadConditions conditions)
      throws IOException {
    var below = ArtifactPath.ofFile(Fields.requiredQuery("path", path));
    var root =
        versions.downloadUri(
            Fields.requiredQuery("name", name), Fields.requiredQuery("version", version));
    return send(root, below, conditions);
  }

  private Response send(String rootUri, ArtifactPath below, DownloadConditions conditions)
      throws IOException {
    var file = ArtifactPath.ofUri(rootUri).resolve(below.value());
    return ArtifactDownload.respond(file, artifacts.open(file), conditions);
  }
}
