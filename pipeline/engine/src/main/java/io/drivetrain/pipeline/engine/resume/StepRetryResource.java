package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.engine.run.RunId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Retries steps of ended runs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StepRetryResource {
  private final StepRetryService retries;

  public StepRetryResource(StepRetryService retries) {
    this.retries = retries;
  }

  @POST
  @Path("/runs/{id}/steps/{step}/retry")
  @Operation(
      summary = "Retry a step of an ended run",
      description =
          "For temporary failures: the definition and the parameters stay the same. Failed steps before it and all steps that depend on it run again. The deadline of the run starts anew.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = RunDetails.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "the run has not ended, the step did not fail, or another run of the pipeline is active")
  public Response retry(
      @PathParam("id") String id, @PathParam("step") String step, @Valid StepRetryRequest request) {
    return Response.accepted(retries.retry(RunId.parse(id), step, request)).build();
  }
}
