package io.drivetrain.pipeline.engine.log;

import io.drivetrain.access.range.ByteRange;
import io.drivetrain.access.range.UnsatisfiableRangeException;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.pipeline.engine.event.EventStream;
import io.drivetrain.pipeline.engine.problem.PipelineException;
import io.drivetrain.pipeline.engine.run.RunId;
import io.drivetrain.pipeline.engine.run.RunSignals;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Shows the attempts of steps and their logs. */
@Path("/api/v1/runs/{id}/steps/{step}/attempts")
@RunOnVirtualThread
public class AttemptResource {
  private static final String LOG = "text/plain;charset=UTF-8";

  /** Only for those who ask for it by name. */
  private static final String EVENTS = MediaType.SERVER_SENT_EVENTS + ";qs=0.1";

  private final AttemptService attempts;
  private final RunSignals signals;

  public AttemptResource(AttemptService attempts, RunSignals signals) {
    this.attempts = attempts;
    this.signals = signals;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "List the attempts of a step, oldest first",
      description =
          "Includes attempts that were returned to the queue because their process shut down.")
  public List<Attempt> list(@PathParam("id") String id, @PathParam("step") String step) {
    return attempts.list(RunId.parse(id), step);
  }

  @GET
  @Path("/{attempt}/log")
  @Produces(LOG)
  @Operation(
      summary = "Read the log of an attempt",
      description =
          "'Range: bytes=' returns a part of it. 'Accept: text/event-stream' follows it: events 'log', whose id is"
              + " the number of bytes up to their end, and 'end' when the attempt has ended. Times are those of the worker.")
  @APIResponse(responseCode = "200", description = "the whole log")
  @APIResponse(responseCode = "206", description = "the requested part")
  @APIResponse(responseCode = "416", description = "the range starts after the end")
  public Response log(
      @PathParam("id") String id,
      @PathParam("step") String step,
      @PathParam("attempt") String attempt,
      @HeaderParam("Range") String range) {
    AttemptService.Key key = key(id, step, attempt);
    StoredAttempt found = attempts.show(key);
    long length = found.attempt().logBytes();
    Optional<ByteRange> part = part(range, length);
    ByteRange sent = part.orElse(new ByteRange(0, length));
    Response.ResponseBuilder answer =
        Response.status(part.isPresent() ? 206 : 200)
            .entity(attempts.read(key, found, sent.from(), sent.to()))
            .type(LOG)
            .header("Accept-Ranges", "bytes")
            .header("Content-Length", sent.length()) // for HEAD, too
            .header("X-Content-Type-Options", "nosniff");
    part.ifPresent(of -> answer.header("Content-Range", of.contentRange(length)));
    return answer.build();
  }

  private static Optional<ByteRange> part(String range, long length) {
    try {
      return ByteRange.parse(range, length);
    } catch (UnsatisfiableRangeException nothing) {
      throw PipelineException.rangeNotSatisfiable(length);
    }
  }

  @GET
  @Path("/{attempt}/log")
  @Produces(EVENTS)
  @Operation(hidden = true)
  public void follow(
      @PathParam("id") String id,
      @PathParam("step") String step,
      @PathParam("attempt") String attempt,
      @HeaderParam("Last-Event-ID") String lastEventId,
      @Context Sse sse,
      @Context SseEventSink sink)
      throws InterruptedException {
    AttemptService.Key key = key(id, step, attempt);
    long position = EventStream.position(lastEventId, 18);
    attempts.show(key);
    EventStream stream = new EventStream(sse, sink, signals);
    stream.tell(key.runId(), new LogFeed(attempts, key, position, stream));
  }

  private static AttemptService.Key key(String id, String step, String attempt) {
    if (!attempt.matches("[1-9]\\d{0,8}")) {
      throw PipelineException.malformed(
          "The attempt must be a whole number from 1, not '%s'.".formatted(attempt));
    }
    return new AttemptService.Key(RunId.parse(id), step, Integer.parseInt(attempt));
  }
}
