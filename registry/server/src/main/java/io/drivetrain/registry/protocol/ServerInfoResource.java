package io.drivetrain.registry.protocol;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What clients of MLflow 3 ask before they use newer features. */
@Path("/api/3.0/mlflow/server-info")
public class ServerInfoResource {
  /**
   * @param storeType of MLflow's stores the one that behaves like this server
   */
  public record ServerInfo(String storeType, boolean workspacesEnabled) {}

  @GET
  @NonBlocking
  @Operation(summary = "What kind of MLflow server this one behaves like")
  public ServerInfo serverInfo() {
    return new ServerInfo("SqlStore", false);
  }
}
