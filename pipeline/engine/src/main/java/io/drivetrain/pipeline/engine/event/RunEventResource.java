package io.drivetrain.pipeline.engine.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.drivetrain.pipeline.api.run.RunEvent;
import io.drivetrain.pipeline.api.run.StepDetails;
import io.drivetrain.pipeline.api.step.StepProgress;
import io.drivetrain.pipeline.engine.run.RunId;
import io.drivetrain.pipeline.engine.run.RunService;
import io.drivetrain.pipeline.engine.run.RunSignals;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Streams the events of a run until it has ended. */
@Path("/api/v1")
@RunOnVirtualThread
public class RunEventResource {
  private static final int PAGE = 200;

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
          "Sends the events 'run' and 'step', from the first one or after Last-Event-ID, 'progress' when a running"
              + " step reports it (not repeated), and 'end' after the last one.")
  public void follow(
      @PathParam("id") String id,
      @HeaderParam("Last-Event-ID") String lastEventId,
      @Context Sse sse,
      @Context SseEventSink sink)
      throws InterruptedException {
    UUID runId = RunId.parse(id);
    int seq = (int) EventStream.position(lastEventId, 9);
    runs.show(runId);
    EventStream stream = new EventStream(sse, sink, signals);
    stream.tell(runId, new Feed(runId, seq, stream));
  }

  /** The events of a run after one. */
  private final class Feed implements EventStream.Feed {
    private final UUID runId;
    private final EventStream stream;
    private int seq;
    private Map<String, StepProgress> told = Map.of();

    Feed(UUID runId, int seq, EventStream stream) {
      this.runId = runId;
      this.seq = seq;
      this.stream = stream;
    }

    @Override
    public boolean hasEnded() {
      return runs.show(runId).state().isTerminal();
    }

    @Override
    public boolean hasNews() {
      return !events.after(runId, seq, 1).isEmpty() || !progress().equals(told);
    }

    @Override
    public void sendNews() {
      for (RunEvent event : events.after(runId, seq, PAGE)) {
        stream.send(event.step().isPresent() ? "step" : "run", event.seq(), json(event));
        seq = event.seq();
      }
      Map<String, StepProgress> now = progress();
      now.forEach((step, progress) -> {
        if (!progress.equals(told.get(step))) {
          stream.send("progress", json(new Progressed(step, progress.text(), progress.fraction())));
        }
      });
      told = now;
    }

    /** What the running steps report, by their ids. */
    private Map<String, StepProgress> progress() {
      return runs.show(runId).steps().stream()
          .filter(step -> step.progress().isPresent())
          .collect(Collectors.toMap(StepDetails::step, step -> step.progress().orElseThrow()));
    }

    @Override
    public String end() {
      return "{}";
    }
  }

  /**
   * A running step has made progress.
   *
   * @param fraction 0 to 1
   */
  private record Progressed(String step, String text, double fraction) {}

  private static String json(Record event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an event is not JSON", impossible);
    }
  }
}
