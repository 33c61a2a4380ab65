package io.drivetrain.registry.artifact;

import io.drivetrain.registry.protocol.Empty;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.run.RunService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** A small file of a run, as MLflow's pages in a browser upload it. */
@Path("/api/2.0/mlflow/upload-artifact")
@RunOnVirtualThread
@Tag(name = "Artifacts")
public class UploadArtifactResource {
  private static final int MAX_BYTES = 10 * 1024 * 1024;

  private final ArtifactService artifacts;
  private final RunService runs;

  public UploadArtifactResource(ArtifactService artifacts, RunService runs) {
    this.artifacts = artifacts;
    this.runs = runs;
  }

  @POST
  public Empty upload(
      @RestQuery("run_uuid") String runUuid,
      @RestQuery("run_id") String runId,
      @RestQuery("path") String path,
      InputStream bytes)
      throws IOException {
    var run = required("run_uuid", runUuid == null ? runId : runUuid);
    var below = ArtifactPath.ofFile(required("path", path));
    var content = bytes.readNBytes(MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      throw Refusal.UPLOAD_TOO_LARGE.with();
    }
    if (content.length == 0) {
      throw Refusal.UPLOAD_WITHOUT.with("data");
    }
    var file = ArtifactPath.ofUri(runs.artifactUri(run)).resolve(below.value());
    artifacts.write(file, new ByteArrayInputStream(content));
    return new Empty();
  }

  private static String required(String parameter, String value) {
    if (value == null || value.isEmpty()) {
      throw Refusal.UPLOAD_WITHOUT.with(parameter);
    }
    return value;
  }
}
