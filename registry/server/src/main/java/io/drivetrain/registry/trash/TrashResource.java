package io.drivetrain.registry.trash;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.registry.artifact.ArtifactDisposal;
import io.drivetrain.registry.experiment.ExperimentService;
import io.drivetrain.registry.model.ModelName;
import io.drivetrain.registry.model.ModelVersionService;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.run.RunService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/trash")
@RunOnVirtualThread
@Tag(name = "Trash")
@APIResponse(
    responseCode = "400",
    description = "What was asked cannot be done",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class TrashResource {
  private static final int DEFAULT_PAGE = 100;

  private final TrashService trash;
  private final TrashSweep sweep;
  private final ExperimentService experiments;
  private final RunService runs;
  private final ModelVersionService versions;
  private final ArtifactDisposal disposal;
  private final Clock clock;

  public TrashResource(
      TrashService trash,
      TrashSweep sweep,
      ExperimentService experiments,
      RunService runs,
      ModelVersionService versions,
      ArtifactDisposal disposal,
      Clock clock) {
    this.trash = trash;
    this.sweep = sweep;
    this.experiments = experiments;
    this.runs = runs;
    this.versions = versions;
    this.disposal = disposal;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "What is deleted and can be restored; what was deleted last comes first")
  @APIResponse(responseCode = "200", description = "One page")
  public TrashService.Page list(
      @Parameter(description = "EXPERIMENT, RUN or VERSION; all if absent") @RestQuery String kind,
      @Parameter(description = "1 to 1000, 100 if absent") @RestQuery("max_results")
          String maxResults,
      @RestQuery("page_token") String pageToken) {
    return trash.list(
        Optional.ofNullable(kind).map(TrashKind::of),
        Fields.wholeNumber("max_results", maxResults, DEFAULT_PAGE),
        pageToken);
  }

  @POST
  @Path("/experiments/{id}/restore")
  @Operation(summary = "Brings an experiment back, with all of its runs")
  public void restoreExperiment(@RestPath String id) {
    experiments.restore(id);
  }

  @POST
  @Path("/runs/{runId}/restore")
  @Operation(summary = "Brings a run back")
  public void restoreRun(@RestPath String runId) {
    runs.restore(runId);
  }

  @POST
  @Path("/versions/{model}/{version}/restore")
  @Operation(summary = "Brings a version back, in stage None and without aliases")
  public void restoreVersion(@RestPath String model, @RestPath String version) {
    versions.restore(model, version);
  }

  @DELETE
  @Path("/experiments/{id}")
  @Operation(summary = "Deletes an experiment, its runs and their files for good; frees its name")
  @APIResponse(responseCode = "409", description = "Its files are those of a version")
  public void purgeExperiment(@RestPath String id) {
    trash.purgeExperiment(id);
    disposal.sweep();
  }

  @DELETE
  @Path("/runs/{runId}")
  @Operation(summary = "Deletes a run and its files for good")
  @APIResponse(responseCode = "409", description = "Its files are those of a version")
  public void purgeRun(@RestPath String runId) {
    trash.purgeRun(runId);
    disposal.sweep();
  }

  @DELETE
  @Path("/versions/{model}/{version}")
  @Operation(summary = "Deletes a version for good; its number is not used again")
  public void purgeVersion(@RestPath String model, @RestPath String version) {
    trash.purgeVersion(model, ModelName.parseVersion(version));
  }

  @POST
  @Path("/purge")
  @Operation(summary = "Purges everything that was deleted before a time")
  public TrashSweep.Swept purgeOld(
      @Parameter(description = "An ISO 8601 duration: P30D, PT12H, PT0S for everything")
          @RestQuery("older_than")
          String olderThan) {
    return sweep.purgeDeletedBefore(before(clock.instant(), duration(olderThan)));
  }

  /** Nothing was deleted before computers counted time. */
  private static Instant before(Instant now, Duration age) {
    var sinceEpoch = Duration.between(Instant.EPOCH, now);
    return age.compareTo(sinceEpoch) > 0 ? Instant.EPOCH : now.minus(age);
  }

  private static Duration duration(String text) {
    try {
      var duration = Duration.parse(Fields.requiredQuery("older_than", text));
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Refused below, as a negative one is.
    }
    throw RegistryException.invalid(
        "Invalid value '%s' for parameter 'older_than' supplied: expected a duration such as P30D."
            .formatted(text));
  }
}
