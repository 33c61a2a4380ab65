package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPage;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists and shows runs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RunResource {
  private static final int LARGEST_PAGE = 200;

  private final RunService runs;

  public RunResource(RunService runs) {
    this.runs = runs;
  }

  @GET
  @Path("/runs")
  @Operation(
      summary = "List runs, latest first",
      description =
          "from (inclusive) and to (exclusive) limit the time of the trigger; label=name:value may be repeated.")
  public RunPage list(
      @QueryParam("pipeline") Optional<String> pipeline,
      @QueryParam("state") Optional<String> state,
      @QueryParam("from") Optional<String> from,
      @QueryParam("to") Optional<String> to,
      @QueryParam("label") List<String> labels,
      @QueryParam("cursor") Optional<String> cursor,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    return runs.list(
        new RunFilter(
            pipeline,
            state.map(RunResource::state),
            from.map(text -> time("from", text)),
            to.map(text -> time("to", text)),
            RunLabels.parse(labels)),
        cursor.map(RunCursor::parse).orElse(RunCursor.START),
        pageSize(limit));
  }

  @GET
  @Path("/runs/{id}")
  @Operation(
      summary = "Show a run",
      description = "With wait=60s, the answer is sent when the run has ended, or after that time.")
  public RunDetails show(@PathParam("id") String id, @QueryParam("wait") Optional<String> wait)
      throws InterruptedException {
    return runs.await(RunId.parse(id), WaitTime.parse(wait.orElse("0s")));
  }

  private static RunState state(String name) {
    return Arrays.stream(RunState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            PipelineException.malformed(
                "state '%s' is not one of %s."
                    .formatted(name, Arrays.toString(RunState.values()))));
  }

  private static Instant time(String parameter, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw PipelineException.malformed(
          "%s must be a time such as 2026-03-29T00:00:00Z, not '%s'.".formatted(parameter, text));
    }
  }

  private static int pageSize(String limit) {
    if (!limit.matches("\\d{1,3}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > LARGEST_PAGE) {
      throw PipelineException.malformed("limit must be a whole number from 1 to 200.");
    }
    return Integer.parseInt(limit);
  }
}
