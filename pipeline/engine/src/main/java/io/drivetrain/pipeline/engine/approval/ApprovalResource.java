package io.drivetrain.pipeline.engine.approval;

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

/** Approves and rejects waiting steps. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ApprovalResource {
  private static final String DECIDED =
      "no step is waiting for a decision; the answer says who decided";

  private final ApprovalService approvals;

  public ApprovalResource(ApprovalService approvals) {
    this.approvals = approvals;
  }

  @POST
  @Path("/runs/{id}/approve")
  @Operation(
      summary = "Approve a step that waits for a decision",
      description =
          "The run continues. If a run has several approval steps, name the step, so that a late decision is not applied to the next one.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = RunDetails.class)))
  @APIResponse(responseCode = "409", description = DECIDED)
  public Response approve(@PathParam("id") String id, @Valid ApprovalRequest request) {
    return decide(id, true, request);
  }

  @POST
  @Path("/runs/{id}/reject")
  @Operation(
      summary = "Reject a step that waits for a decision",
      description = "The run ends as REJECTED once the steps that always run have ended.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = RunDetails.class)))
  @APIResponse(responseCode = "409", description = DECIDED)
  public Response reject(@PathParam("id") String id, @Valid ApprovalRequest request) {
    return decide(id, false, request);
  }

  private Response decide(String id, boolean isApproved, ApprovalRequest request) {
    return Response.accepted(approvals.decide(RunId.parse(id), isApproved, request)).build();
  }
}
