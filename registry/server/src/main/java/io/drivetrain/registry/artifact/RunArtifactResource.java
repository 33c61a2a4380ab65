package io.drivetrain.registry.artifact;

import io.drivetrain.registry.protocol.ArtifactUri;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.run.RunService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The files of a run. */
@Path("/api/2.0/mlflow/artifacts")
@RunOnVirtualThread
@Tag(name = "Artifacts")
public class RunArtifactResource {
  /** Paths are relative to {@code rootUri}. */
  public record Listing(String rootUri, List<FileInfo> files) {}

  private final ArtifactService artifacts;
  private final RunService runs;

  public RunArtifactResource(ArtifactService artifacts, RunService runs) {
    this.artifacts = artifacts;
    this.runs = runs;
  }

  @GET
  @Path("/list")
  public Listing list(
      @RestQuery("run_id") String runId,
      @RestQuery("run_uuid") String runUuid,
      @RestQuery("path") String path)
      throws IOException {
    var rootUri = runs.artifactUri(Fields.requiredQuery("run_id", runId == null ? runUuid : runId));
    var below = ArtifactPath.of(path == null ? "" : path);
    var files =
        artifacts.list(rootOf(rootUri).resolve(below.value())).stream()
            .map(entry ->
                FileInfo.of(
                    below.isRoot() ? entry.name() : below.value() + "/" + entry.name(), entry))
            .toList();
    return new Listing(rootUri, files);
  }

  private static ArtifactPath rootOf(String uri) {
    if (!uri.startsWith(ArtifactUri.SCHEME + "/")) {
      throw RegistryException.invalid(
          "The artifacts of this run are at '%s', which only its client can list.".formatted(uri));
    }
    return ArtifactPath.of(uri.substring(ArtifactUri.SCHEME.length()).replaceFirst("^/+", ""));
  }
}
