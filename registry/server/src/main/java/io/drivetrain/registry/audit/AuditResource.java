package io.drivetrain.registry.audit;

import static io.drivetrain.registry.protocol.Fields.wholeNumber;

import io.drivetrain.access.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/audit")
@RunOnVirtualThread
@Tag(name = "Audit")
public class AuditResource {
  private static final int DEFAULT_PAGE = 100;

  private final AuditService audit;

  public AuditResource(AuditService audit) {
    this.audit = audit;
  }

  @GET
  @Operation(summary = "Who changed what, when and why; the newest change first")
  @APIResponse(responseCode = "200", description = "One page")
  @APIResponse(
      responseCode = "400",
      description = "A filter that cannot be read",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public AuditService.Page search(
      @RestQuery String model,
      @RestQuery String version,
      @RestQuery("run_id") String runId,
      @RestQuery("experiment_id") String experimentId,
      @Parameter(description = "Of an artifact in the store") @RestQuery String path,
      @Parameter(description = "One of the actions, such as STAGE_MOVED") @RestQuery String action,
      @Parameter(description = "The first moment: 2026-11-21T09:30:00Z") @RestQuery String from,
      @Parameter(description = "The first moment that is too late") @RestQuery String to,
      @Parameter(description = "1 to 1000, 100 if absent") @RestQuery("max_results")
          String maxResults,
      @RestQuery("page_token") String pageToken) {
    var query =
        new AuditQuery(
            model,
            version == null ? null : (int) wholeNumber("version", version, 0),
            runId,
            experimentId == null ? null : wholeNumber("experiment_id", experimentId, 0),
            path,
            action == null ? null : Action.of(action),
            AuditQuery.moment("from", from),
            AuditQuery.moment("to", to));
    return audit.search(query, wholeNumber("max_results", maxResults, DEFAULT_PAGE), pageToken);
  }
}
