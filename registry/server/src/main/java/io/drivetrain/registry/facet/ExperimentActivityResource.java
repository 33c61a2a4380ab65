package io.drivetrain.registry.facet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.access.problem.Problem;
import io.drivetrain.registry.experiment.ExperimentService;
import io.drivetrain.registry.protocol.RegistryException;
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

@Path("/api/v1/experiments/activity")
@RunOnVirtualThread
@Tag(name = "Experiments")
public class ExperimentActivityResource {
  private static final int MAX_EXPERIMENTS = 500;

  /** One entry for each experiment that has runs. */
  public record Activities(
      @JsonInclude(JsonInclude.Include.ALWAYS) List<ExperimentActivity> experiments) {}

  private final RunFacetService facets;

  public ExperimentActivityResource(RunFacetService facets) {
    this.facets = facets;
  }

  @GET
  @Operation(summary = "How many runs experiments have, and when the last one started")
  @APIResponse(responseCode = "200", description = "Of those that have runs")
  @APIResponse(
      responseCode = "400",
      description = "More than 500 experiments, or an id that is none",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Activities of(
      @Parameter(description = "Up to 500, the parameter repeated") @RestQuery("experiment_ids")
          List<String> experimentIds) {
    if (experimentIds.size() > MAX_EXPERIMENTS) {
      throw RegistryException.invalid(
          "experiment_ids names %d experiments, the limit is %d."
              .formatted(experimentIds.size(), MAX_EXPERIMENTS));
    }
    return new Activities(
        facets.activity(experimentIds.stream().map(ExperimentService::parseId).toList()));
  }
}
