package io.drivetrain.pipeline.engine.event;

import io.drivetrain.pipeline.engine.run.RunSignals;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Streams which runs change, to clients that show many of them. */
@Path("/api/v1")
@RunOnVirtualThread
public class ChangedRunsResource {
  private final RunSignals signals;

  public ChangedRunsResource(RunSignals signals) {
    this.signals = signals;
  }

  @GET
  @Path("/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Follow all runs",
      description =
          "Sends 'connected', and then 'run' with the id of each run that changes. It does not repeat"
              + " earlier events: read the list of runs after each 'connected'.")
  public void follow(@Context Sse sse, @Context SseEventSink sink) throws InterruptedException {
    try (ChangedRuns changed = new ChangedRuns(signals)) {
      new EventStream(sse, sink, signals).tell(changed);
    }
  }
}
