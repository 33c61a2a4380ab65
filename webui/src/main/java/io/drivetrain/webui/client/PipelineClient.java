package io.drivetrain.webui.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.pipeline.api.overview.PipelineOverview;
import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.RunPage;
import io.drivetrain.pipeline.api.run.RunPreview;
import io.drivetrain.pipeline.api.run.RunWhy;
import io.drivetrain.pipeline.api.schedule.ScheduleView;
import io.drivetrain.pipeline.api.step.Attempt;
import io.drivetrain.webui.client.Requests.Because;
import io.drivetrain.webui.client.Requests.Decision;
import io.drivetrain.webui.client.Requests.NewRun;
import io.drivetrain.webui.client.Requests.Nothing;
import io.drivetrain.webui.client.Requests.ResumePreview;
import io.drivetrain.webui.client.Requests.Resumption;
import io.drivetrain.webui.client.Requests.TrialRun;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The calls of the pipeline service. Every one of them fails with a {@link PipelineCallException}.
 * Ids of pipelines and steps must be {@link Ids#checked}.
 */
@RegisterRestClient(configKey = "pipeline")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@FailsAsPipelineException
public interface PipelineClient {

  @GET
  @Path("/pipelines")
  PipelineOverview pipelines();

  @GET
  @Path("/schedules")
  ScheduleView.All schedules();

  @POST
  @Path("/schedules/{pipeline}/pause")
  ScheduleView pause(@PathParam("pipeline") String pipeline, Because reason);

  @POST
  @Path("/schedules/{pipeline}/resume")
  ScheduleView resume(@PathParam("pipeline") String pipeline, Nothing body);

  /**
   * Latest first.
   *
   * @param limit 1 to 200
   * @param cursor of the page before; empty for the first page
   */
  @GET
  @Path("/runs")
  RunPage runs(
      @QueryParam("limit") int limit,
      @QueryParam("pipeline") String pipeline,
      @QueryParam("cursor") Optional<String> cursor);

  /**
   * @param key the same key and body make one run, however often they are sent
   */
  @POST
  @Path("/pipelines/{pipeline}/runs")
  RunDetails trigger(
      @PathParam("pipeline") String pipeline,
      @HeaderParam("Idempotency-Key") String key,
      NewRun run);

  @POST
  @Path("/pipelines/{pipeline}/runs")
  RunPreview preview(@PathParam("pipeline") String pipeline, TrialRun run);

  @GET
  @Path("/runs/{id}")
  RunDetails run(@PathParam("id") UUID id);

  @GET
  @Path("/runs/{id}/why")
  RunWhy why(@PathParam("id") UUID id);

  @POST
  @Path("/runs/{id}/cancel")
  RunDetails cancel(@PathParam("id") UUID id, Because reason);

  @POST
  @Path("/runs/{id}/approve")
  RunDetails approve(@PathParam("id") UUID id, Decision decision);

  @POST
  @Path("/runs/{id}/reject")
  RunDetails reject(@PathParam("id") UUID id, Decision decision);

  @POST
  @Path("/runs/{id}/steps/{step}/retry")
  RunDetails retry(@PathParam("id") UUID id, @PathParam("step") String step, Because reason);

  @POST
  @Path("/runs/{id}/resume")
  RunPreview resumePlan(@PathParam("id") UUID id, ResumePreview preview);

  @POST
  @Path("/runs/{id}/resume")
  RunDetails resume(
      @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, Resumption resumption);

  @GET
  @Path("/runs/{id}/steps/{step}/attempts")
  List<Attempt> attempts(@PathParam("id") UUID id, @PathParam("step") String step);

  /** All that an attempt has logged. */
  @GET
  @Path("/runs/{id}/steps/{step}/attempts/{attempt}/log")
  @Produces(MediaType.TEXT_PLAIN)
  byte[] log(
      @PathParam("id") UUID id, @PathParam("step") String step, @PathParam("attempt") int attempt);

  @GET
  @Path("/runs/{id}/report")
  RunReport report(@PathParam("id") UUID id);

  /**
   * The report as a self-contained HTML file.
   *
   * @param language ISO 639-1
   */
  @GET
  @Path("/runs/{id}/report")
  @Produces(MediaType.TEXT_HTML)
  byte[] reportFile(@PathParam("id") UUID id, @QueryParam("lang") String language);

  /** Reads constants that only a newer service knows as null, and skips its other members. */
  @ClientObjectMapper
  static ObjectMapper json(ObjectMapper ofTheApplication) {
    return ofTheApplication
        .copy()
        .configure(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS, true)
        .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @ClientExceptionMapper
  static RuntimeException refused(Response response) {
    return PipelineCallException.refused(response);
  }
}
