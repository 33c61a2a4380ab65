package io.drivetrain.webui.client;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.client.SseEvent;

/** The event streams of the pipeline service. Those of one run end with an event {@value #END}. */
@RegisterRestClient(configKey = "pipeline-events")
@Path("/api/v1")
@Produces(MediaType.SERVER_SENT_EVENTS)
interface PipelineEvents {
  /** Nothing comes after it. */
  String END = "end";

  /** Which runs change. Has no end, and begins with an event each time it is connected. */
  @GET
  @Path("/events")
  Multi<SseEvent<String>> runs();

  /**
   * @param after the id of the last event that is known; "0" for none
   */
  @GET
  @Path("/runs/{id}/events")
  Multi<SseEvent<String>> run(@PathParam("id") UUID id, @HeaderParam("Last-Event-ID") String after);

  /**
   * @param after how many bytes of the log are known
   */
  @GET
  @Path("/runs/{id}/steps/{step}/attempts/{attempt}/log")
  Multi<SseEvent<String>> log(
      @PathParam("id") UUID id,
      @PathParam("step") String step,
      @PathParam("attempt") int attempt,
      @HeaderParam("Last-Event-ID") String after);

  @ClientExceptionMapper
  static RuntimeException refused(Response response) {
    return PipelineCallException.refused(response);
  }
}
