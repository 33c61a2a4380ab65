package io.drivetrain.pipeline.engine.schedule;

import io.drivetrain.pipeline.api.schedule.ScheduleView;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows, pauses and resumes schedules. */
@Path("/api/v1/schedules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ScheduleResource {
  private final ScheduleService schedules;

  public ScheduleResource(ScheduleService schedules) {
    this.schedules = schedules;
  }

  @GET
  @Operation(summary = "List schedules")
  public ScheduleView.All list() {
    return new ScheduleView.All(schedules.all());
  }

  @GET
  @Path("/{pipeline}/next")
  @Operation(
      summary = "Preview the next firings",
      description = "Warns about times that clock changes skip or repeat. n is 1 to 100.")
  public ScheduleView.Preview next(
      @PathParam("pipeline") String pipeline, @QueryParam("n") @DefaultValue("10") String n) {
    if (!n.matches("[1-9]\\d?|100")) {
      throw PipelineException.malformed("n must be a whole number from 1 to 100.");
    }
    return schedules.preview(pipeline, Integer.parseInt(n));
  }

  @POST
  @Path("/{pipeline}/pause")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Pause a schedule",
      description =
          "No run is started by the schedule until it is resumed. Runs can still be triggered.")
  public ScheduleView pause(@PathParam("pipeline") String pipeline, @Valid PauseRequest request) {
    return schedules.pause(pipeline, request);
  }

  @POST
  @Path("/{pipeline}/resume")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Resume a schedule",
      description = "Continues with the next time; times during the pause are skipped.")
  public ScheduleView resume(@PathParam("pipeline") String pipeline, @Valid PauseRequest request) {
    return schedules.resume(pipeline, request);
  }
}
