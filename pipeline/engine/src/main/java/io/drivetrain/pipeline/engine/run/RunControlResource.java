package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What a person does to a run. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RunControlResource {
  private final RunService runs;
  private final RunStopService stops;

  public RunControlResource(RunService runs, RunStopService stops) {
    this.runs = runs;
    this.stops = stops;
  }

  @POST
  @Path("/runs/{id}/cancel")
  @Operation(
      summary = "Cancel a run",
      description =
          "What does not run is cancelled at once, a running step as soon as it lets go. Asking again changes nothing.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = RunDetails.class)))
  @APIResponse(responseCode = "409", description = "the run has ended")
  public Response cancel(@PathParam("id") String id, @Valid CancelRequest request) {
    UUID runId = RunId.parse(id);
    stops.cancel(runId, request.reason());
    return Response.accepted(runs.show(runId)).build();
  }
}
