package io.drivetrain.registry.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.access.problem.Problem;
import io.drivetrain.registry.audit.Action;
import io.drivetrain.registry.audit.AuditFeed;
import io.drivetrain.registry.audit.AuditQuery;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.RegistryException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/events")
@RunOnVirtualThread
@Tag(name = "Events")
public class EventResource {
  private final AuditFeed feed;
  private final EventPulse pulse;
  private final EventConfig config;
  private final ObjectMapper mapper;
  private final Semaphore places;

  public EventResource(AuditFeed feed, EventPulse pulse, EventConfig config, ObjectMapper mapper) {
    this.feed = feed;
    this.pulse = pulse;
    this.config = config;
    this.mapper = mapper;
    this.places = new Semaphore(config.maxListeners());
  }

  @GET
  @Produces({MediaType.SERVER_SENT_EVENTS, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Changes as they happen, as Server-Sent Events",
      description =
          "Each event has the action as its name and an entry of the audit trail as its data. "
              + "A listener that comes back with Last-Event-ID misses nothing.")
  @APIResponse(
      responseCode = "200",
      description = "A stream without end",
      content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
  @APIResponse(
      responseCode = "429",
      description = "Too many listen already",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response listen(
      @RestHeader("Last-Event-ID") String lastEventId,
      @Parameter(description = "As Last-Event-ID, for clients that cannot send headers") @RestQuery
          String after,
      @RestQuery String model,
      @RestQuery("run_id") String runId,
      @RestQuery("experiment_id") String experimentId,
      @Parameter(description = "One action, such as STAGE_MOVED") @RestQuery String action) {
    var query =
        new AuditQuery(
            model,
            null,
            runId,
            experimentId == null ? null : Fields.wholeNumber("experiment_id", experimentId, 0),
            null,
            action == null ? null : Action.of(action),
            null,
            null);
    var last = lastEventId == null ? after : lastEventId;
    long position = last == null ? feed.newest() : Fields.wholeNumber("Last-Event-ID", last, 0);
    var stream = new EventStream(feed, pulse, mapper, query, config.heartBeat(), position);
    return Response.ok(whileThereIsAPlace(stream))
        .type(MediaType.SERVER_SENT_EVENTS)
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private StreamingOutput whileThereIsAPlace(EventStream stream) {
    if (!places.tryAcquire()) {
      throw RegistryException.exhausted(
          "%d listen to events already. Come back later, or raise drivetrain.events.max-listeners."
              .formatted(config.maxListeners()));
    }
    return output -> {
      try {
        stream.write(output);
      } finally {
        places.release();
      }
    };
  }
}
