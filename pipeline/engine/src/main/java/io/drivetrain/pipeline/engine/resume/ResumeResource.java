package io.drivetrain.pipeline.engine.resume;

import io.drivetrain.access.body.ReceivedBody;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.engine.launch.IdempotencyKey;
import io.drivetrain.pipeline.engine.launch.LaunchResource;
import io.drivetrain.pipeline.engine.launch.RunRequest;
import io.drivetrain.pipeline.engine.run.RunId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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

/** Resumes ended runs as new runs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ResumeResource {
  private final ResumeService resumes;
  private final ReceivedBody received;

  public ResumeResource(ResumeService resumes, ReceivedBody received) {
    this.resumes = resumes;
    this.received = received;
  }

  @POST
  @Path("/runs/{id}/resume")
  @Operation(
      summary = "Resume an ended run as a new run",
      description =
          "Uses the current definition and the parameters of the earlier run, unless others are given. A step that succeeded with the same inputs is REUSED. With dryRun, the answer says whether each step would run again, and why.")
  @APIResponse(responseCode = "200", description = LaunchResource.REPEATED)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RunDetails.class)))
  @APIResponse(responseCode = "409", description = "the run has not ended, or it succeeded")
  public Response resume(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Valid RunRequest request) {
    UUID runId = RunId.parse(id);
    if (request.dryRun()) {
      return Response.ok(resumes.preview(runId, request)).build();
    }
    return LaunchResource.made(resumes.resume(runId, request, key(runId, idempotencyKey)));
  }

  /** The same key and body for another run, or for a trigger, is another request. */
  private IdempotencyKey key(UUID runId, String header) {
    return IdempotencyKey.of(header, "resume " + runId + "\n" + received.text());
  }
}
