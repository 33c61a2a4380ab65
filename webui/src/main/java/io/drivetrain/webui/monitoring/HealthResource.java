package io.drivetrain.webui.monitoring;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says that the application is up; /health/ready says more. */
@Path("/health")
@Tag(name = "Monitoring")
public class HealthResource {

  /** {@code {"status":"ok"}} and nothing else: the clients of this path compare it. */
  public record Health(String status) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Whether the application is up")
  public Health health() {
    return new Health("ok");
  }
}
