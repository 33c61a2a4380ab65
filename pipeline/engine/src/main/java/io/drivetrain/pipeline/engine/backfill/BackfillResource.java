package io.drivetrain.pipeline.engine.backfill;

import io.drivetrain.pipeline.api.backfill.BackfillView;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Runs pipelines for times that have passed. */
@Path("/api/v1/backfills")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BackfillResource {
  private final BackfillService backfills;

  public BackfillResource(BackfillService backfills) {
    this.backfills = backfills;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Backfill a schedule",
      description = "Creates a run for each scheduled time between from and to, oldest first.")
  @APIResponse(responseCode = "200", description = "The plan, for a dry run")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = BackfillView.class)))
  public Response request(@Valid BackfillRequest request) {
    BackfillView made = backfills.request(request);
    return made.id()
        .map(id -> Response.created(URI.create("/api/v1/backfills/" + id)))
        .orElseGet(Response::ok)
        .entity(made)
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Show a backfill and its runs")
  public BackfillView show(@PathParam("id") String id) {
    return backfills.show(backfillId(id));
  }

  @POST
  @Path("/{id}/cancel")
  @Operation(
      summary = "Cancel a backfill",
      description = "No further run is started. Runs that are already queued or running continue.")
  public BackfillView cancel(@PathParam("id") String id) {
    return backfills.cancel(backfillId(id));
  }

  private static UUID backfillId(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw PipelineException.notFound("backfill", id);
    }
  }
}
