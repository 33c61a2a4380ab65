package io.drivetrain.registry.artifact;

import io.drivetrain.registry.artifact.MultipartRequest.AbortUpload;
import io.drivetrain.registry.artifact.MultipartRequest.CompleteUpload;
import io.drivetrain.registry.artifact.MultipartRequest.CreateUpload;
import io.drivetrain.registry.artifact.MultipartRequest.UploadedPart;
import io.drivetrain.registry.protocol.Empty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Uploads of great files in parts, which the client sends side by side and again if one fails. */
@Path("/api/2.0/mlflow-artifacts/mpu")
@RunOnVirtualThread
@Tag(name = "Artifacts")
public class MultipartResource {
  /** Where each part goes. */
  public record Created(String uploadId, List<Credential> credentials) {}

  /**
   * @param headers that the client must send along: none
   */
  public record Credential(String url, long partNumber, Map<String, String> headers) {}

  private final ArtifactService artifacts;

  public MultipartResource(ArtifactService artifacts) {
    this.artifacts = artifacts;
  }

  @POST
  @Path("/create")
  public Created create(CreateUpload request, UriInfo uri) throws IOException {
    return create("", request, uri);
  }

  @POST
  @Path("/create/{folder:.+}")
  public Created create(@RestPath String folder, CreateUpload request, UriInfo uri)
      throws IOException {
    file(folder, request.path());
    var id = artifacts.beginParts();
    var credentials =
        LongStream.rangeClosed(1, request.numParts())
            .mapToObj(number ->
                new Credential(
                    uri.getBaseUriBuilder()
                        .path("/api/2.0/mlflow-artifacts/mpu/part/{id}/{number}")
                        .build(id, number)
                        .toString(),
                    number,
                    Map.of()))
            .toList();
    return new Created(id, credentials);
  }

  @PUT
  @Path("/part/{id}/{number}")
  public Response upload(@RestPath String id, @RestPath long number, InputStream bytes)
      throws IOException {
    var part = artifacts.writePart(id, number, bytes);
    return Response.ok(new Empty()).header("ETag", '"' + part.sha256() + '"').build();
  }

  @POST
  @Path("/complete")
  public Empty complete(CompleteUpload request) throws IOException {
    return complete("", request);
  }

  @POST
  @Path("/complete/{folder:.+}")
  public Empty complete(@RestPath String folder, CompleteUpload request) throws IOException {
    var parts = request.parts().stream().map(UploadedPart::part).toList();
    artifacts.joinParts(file(folder, request.path()), request.uploadId(), parts);
    return new Empty();
  }

  @POST
  @Path("/abort")
  public Empty abort(AbortUpload request) throws IOException {
    artifacts.abandonParts(request.uploadId());
    return new Empty();
  }

  @POST
  @Path("/abort/{folder:.+}")
  public Empty abortInFolder(AbortUpload request) throws IOException {
    return abort(request);
  }

  private static ArtifactPath file(String folder, String localPath) {
    var name =
        localPath.substring(Math.max(localPath.lastIndexOf('/'), localPath.lastIndexOf('\\')) + 1);
    return ArtifactPath.of(folder).resolve(ArtifactPath.ofFile(name).value());
  }
}
