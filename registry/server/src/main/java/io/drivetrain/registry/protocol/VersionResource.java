package io.drivetrain.registry.protocol;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells clients which MLflow server this one behaves like: they choose features by it. */
@Path("/version")
public class VersionResource {
  static final String MLFLOW_VERSION = "3.11.1";

  @GET
  @NonBlocking
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(summary = "The MLflow version whose protocol this server speaks")
  public String version() {
    return MLFLOW_VERSION;
  }
}
