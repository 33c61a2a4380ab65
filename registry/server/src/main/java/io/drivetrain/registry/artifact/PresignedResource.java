package io.drivetrain.registry.artifact;

import io.drivetrain.registry.protocol.RegistryException;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** URLs that lead past this server: there are none, its files are here. */
@Path("/api/2.0/mlflow-artifacts/presigned")
@Tag(name = "Artifacts")
public class PresignedResource {

  @GET
  @NonBlocking
  @Path("/{path:.+}")
  public Response download() {
    throw refusal();
  }

  /** Clients then send and fetch the file through the server. */
  static RegistryException refusal() {
    return RegistryException.notImplemented(
        "This server gives no presigned URLs: send and fetch artifacts through it.");
  }
}
