package io.drivetrain.registry.facet;

import io.drivetrain.access.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/runs/facets")
@RunOnVirtualThread
@Tag(name = "Runs")
public class RunFacetResource {
  private final RunFacetService facets;

  public RunFacetResource(RunFacetService facets) {
    this.facets = facets;
  }

  @POST
  @Operation(summary = "Counts the runs of a filter, by the values of params, tags and metrics")
  @APIResponse(responseCode = "200", description = "The counts")
  @APIResponse(
      responseCode = "400",
      description = "A filter that cannot be read, with the place in it",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public RunFacets count(FacetRequest request) {
    return facets.count(request);
  }
}
