package io.drivetrain.registry.artifact;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.registry.protocol.Fields;
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

/** The hashes that loaders compare files with. */
@Path("/api/v1")
@RunOnVirtualThread
@Tag(name = "Artifacts")
@APIResponse(
    responseCode = "400",
    description = "A parameter that cannot be read",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class PinResource {
  private final PinService pins;

  public PinResource(PinService pins) {
    this.pins = pins;
  }

  @GET
  @Path("/model-versions/files")
  @Operation(
      summary = "The files of a version with their sizes and hashes, as it was registered",
      description = "A version that has no pins yet is pinned by this call.")
  @APIResponse(responseCode = "200", description = "The files by path")
  @APIResponse(responseCode = "404", description = "There is no such version")
  public PinnedVersion ofVersion(
      @Parameter(description = "Of the registered model") @RestQuery String name,
      @RestQuery String version) {
    Fields.requiredQuery("name", name);
    Fields.requiredQuery("version", version);
    return pins.ofVersion(name, version);
  }

  @GET
  @Path("/artifacts/files")
  @Operation(summary = "The files below a folder with their sizes and hashes, as uploaded")
  @APIResponse(responseCode = "200", description = "The files by path")
  public RecordedFolder inFolder(
      @Parameter(description = "mlflow-artifacts:/1/<run>/artifacts/model") @RestQuery
          String location) {
    return pins.inFolder(Fields.requiredQuery("location", location));
  }
}
