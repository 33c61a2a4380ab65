package io.drivetrain.registry.artifact;

import io.drivetrain.registry.protocol.Empty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The store itself, by path: what clients make of {@code mlflow-artifacts:/...}. */
@Path("/api/2.0/mlflow-artifacts/artifacts")
@RunOnVirtualThread
@Tag(name = "Artifacts")
public class ArtifactResource {
  /** {@code {"files": [...]}}, left out when there are none. */
  public record Listing(List<FileInfo> files) {}

  private final ArtifactService artifacts;

  public ArtifactResource(ArtifactService artifacts) {
    this.artifacts = artifacts;
  }

  /** The names in a folder; a file has none, by which clients tell the two apart. */
  @GET
  public Listing list(@RestQuery("path") String path) throws IOException {
    var folder = ArtifactPath.ofFolder(path);
    return new Listing(
        artifacts.list(folder).stream().map(entry -> FileInfo.of(entry.name(), entry)).toList());
  }

  @GET
  @Path("/{path:.+}")
  public Response download(@RestPath String path, @BeanParam DownloadConditions conditions)
      throws IOException {
    var file = ArtifactPath.ofFile(path);
    return ArtifactDownload.respond(file, artifacts.open(file), conditions);
  }

  @PUT
  @Path("/{path:.+}")
  public Empty upload(@RestPath String path, InputStream bytes) throws IOException {
    artifacts.write(ArtifactPath.ofFile(path), bytes);
    return new Empty();
  }

  /** A file, or a folder with everything in it; neither there is no error. */
  @DELETE
  @Path("/{path:.+}")
  public Empty delete(@RestPath String path) {
    artifacts.delete(ArtifactPath.ofFile(path));
    return new Empty();
  }
}
