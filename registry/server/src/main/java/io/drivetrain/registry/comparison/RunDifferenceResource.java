package io.drivetrain.registry.comparison;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.run.RunService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/runs/diff")
@RunOnVirtualThread
@Tag(name = "Runs")
public class RunDifferenceResource {
  private static final int MAX_RUNS = 100;

  private final RunService runs;

  public RunDifferenceResource(RunService runs) {
    this.runs = runs;
  }

  @GET
  @Operation(summary = "The params, metrics and tags in which runs differ")
  @APIResponse(responseCode = "200", description = "What differs, by key")
  @APIResponse(
      responseCode = "400",
      description = "Fewer than 2 runs, or more than 100",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public RunDifference between(
      @Parameter(description = "2 to 100, the parameter repeated") @RestQuery("run_ids")
          List<String> runIds) {
    var distinct = runIds.stream().distinct().toList();
    if (distinct.size() < 2 || distinct.size() > MAX_RUNS) {
      throw RegistryException.invalid(
          "run_ids must name 2 to %d different runs, it names %d."
              .formatted(MAX_RUNS, distinct.size()));
    }
    return RunDifference.between(distinct.stream().map(runs::get).toList());
  }
}
