package io.drivetrain.pipeline.engine.diagnosis;

import io.drivetrain.pipeline.api.run.RunWhy;
import io.drivetrain.pipeline.engine.run.RunId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Explains why a run is not running. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DiagnosisResource {
  private final DiagnosisService diagnosis;

  public DiagnosisResource(DiagnosisService diagnosis) {
    this.diagnosis = diagnosis;
  }

  @GET
  @Path("/runs/{id}/why")
  @Operation(summary = "Explain what a run is doing or waiting for")
  public RunWhy why(@PathParam("id") String id) {
    return diagnosis.of(RunId.parse(id));
  }
}
