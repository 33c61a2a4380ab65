package io.drivetrain.registry.comparison;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.registry.artifact.ArtifactPath;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.run.RunService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/artifacts/diff")
@RunOnVirtualThread
@Tag(name = "Artifacts")
public class ArtifactDifferenceResource {
  private final RunService runs;
  private final ArtifactComparison comparison;

  public ArtifactDifferenceResource(RunService runs, ArtifactComparison comparison) {
    this.runs = runs;
    this.comparison = comparison;
  }

  @GET
  @Operation(
      summary = "What differs between files of two runs",
      description =
          "JSON by key, CSV by row, other texts line by line (up to 5000), what is no text by its "
              + "bytes; files of up to 4 MiB.")
  @APIResponse(responseCode = "200", description = "What differs, in the terms of its kind")
  @APIResponse(
      responseCode = "400",
      description = "A path that is none, or a file that is too large",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "404", description = "There is no such run or file")
  public ArtifactDifference between(
      @RestQuery("left_run_id") String leftRunId,
      @RestQuery("right_run_id") String rightRunId,
      @Parameter(description = "Of the file, in the artifacts of the run") @RestQuery String path,
      @Parameter(description = "Where it is in the right run, if elsewhere")
          @RestQuery("right_path")
          String rightPath)
      throws IOException {
    Fields.requiredQuery("path", path);
    return comparison.compare(
        file("left_run_id", leftRunId, path),
        file("right_run_id", rightRunId, rightPath == null ? path : rightPath));
  }

  private ArtifactPath file(String parameter, String runId, String path) {
    var root = ArtifactPath.ofUri(runs.artifactUri(Fields.requiredQuery(parameter, runId)));
    return root.resolve(ArtifactPath.ofFile(path).value());
  }
}
