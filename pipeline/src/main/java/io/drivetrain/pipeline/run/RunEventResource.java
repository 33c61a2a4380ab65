package io.drivetrain.pipeline.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.drivetrain.pipeline.problem.PipelineException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Streams what happens to a run, for as long as it goes on. */
@Path("/api/v1")
@RunOnVirtualThread
public class RunEventResource {
  private static final int PAGE = 200;

  /** Proxies cut connections that are silent for longer. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  private final RunService runs;
  private final RunEvents events;
  private final RunSignals signals;

  public RunEventResource(RunService runs, RunEvents events, RunSignals signals) {
    this.runs = runs;
    this.events = events;
    this.signals = signals;
  }

  @GET
  @Path("/runs/{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Follow a run",
      description =
          "Events 'run' and 'step', from the first one or after Last-Event-ID, and 'end' after the last one.")
  public void follow(
      @PathParam("id") String id,
      @HeaderParam("Last-Event-ID") String lastEventId,
      @Context Sse sse,
      @Context SseEventSink sink)
      throws InterruptedException {
    UUID runId = RunId.parse(id);
    int seq = lastEventId == null ? 0 : sequence(lastEventId);
    runs.show(runId);
    try (sink) {
      send(sink, sse.newEventBuilder().comment("run " + runId).build());
      follow(runId, seq, sse, sink);
    } catch (CompletionException gone) {
      return; // the reader has hung up
    }
  }

  private void follow(UUID runId, int lastSeen, Sse sse, SseEventSink sink)
      throws InterruptedException {
    int seq = lastSeen;
    while (!sink.isClosed()) {
      boolean hasEnded =
          runs.show(runId).state().isTerminal(); // before the look: no event is missed
      List<RunEvent> news = events.after(runId, seq, PAGE);
      for (RunEvent event : news) {
        send(sink, message(event, sse));
        seq = event.seq();
      }
      if (news.isEmpty() && hasEnded) {
        send(sink, sse.newEventBuilder().name("end").data("{}").build());
        return;
      }
      int seen = seq;
      if (news.isEmpty()
          && !signals.await(
              runId, () -> !events.after(runId, seen, 1).isEmpty(), LONGEST_SILENCE)) {
        send(sink, sse.newEventBuilder().comment("hb").build());
      }
    }
  }

  private static void send(SseEventSink sink, OutboundSseEvent event) {
    sink.send(event).toCompletableFuture().join();
  }

  private static OutboundSseEvent message(RunEvent event, Sse sse) {
    return sse.newEventBuilder()
        .id(String.valueOf(event.seq()))
        .name(event.step().isPresent() ? "step" : "run")
        .data(json(event))
        .build();
  }

  private static String json(RunEvent event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an event is not JSON", impossible);
    }
  }

  private static int sequence(String lastEventId) {
    if (!lastEventId.matches("\\d{1,9}")) {
      throw PipelineException.malformed("Last-Event-ID must be the id of an event, a number.");
    }
    return Integer.parseInt(lastEventId);
  }
}
