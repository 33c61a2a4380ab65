package io.drivetrain.registry.webhook;

import io.drivetrain.registry.protocol.Empty;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.webhook.WebhookRequest.CreateWebhook;
import io.drivetrain.registry.webhook.WebhookRequest.TestWebhook;
import io.drivetrain.registry.webhook.WebhookRequest.UpdateWebhook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/2.0/mlflow/webhooks")
@RunOnVirtualThread
@Tag(name = "Webhooks")
public class WebhookResource {
  private static final int DEFAULT_PAGE = 100;

  /** {@code {"webhook": {...}}}. */
  public record Found(Webhook webhook) {}

  /** {@code {"result": {...}}}. */
  public record Tested(WebhookTrial.Result result) {}

  private final WebhookService webhooks;
  private final WebhookTrial trial;

  public WebhookResource(WebhookService webhooks, WebhookTrial trial) {
    this.webhooks = webhooks;
    this.trial = trial;
  }

  @POST
  @Operation(
      summary = "Sets a webhook up",
      description =
          "Besides MLflow's events: MODEL_VERSION_STAGE.UPDATED, MODEL_VERSION.DELETED, "
              + "REGISTERED_MODEL.DELETED, RUN.FINISHED, RUN.DELETED, EXPERIMENT.DELETED.")
  public Found create(CreateWebhook request) {
    return new Found(webhooks.create(request));
  }

  @GET
  public WebhookService.Page list(
      @RestQuery("max_results") String maxResults, @RestQuery("page_token") String pageToken) {
    return webhooks.list(Fields.wholeNumber("max_results", maxResults, DEFAULT_PAGE), pageToken);
  }

  @GET
  @Path("/{webhookId}")
  public Found get(@RestPath String webhookId) {
    return new Found(webhooks.get(webhookId));
  }

  @PATCH
  @Path("/{webhookId}")
  public Found update(@RestPath String webhookId, UpdateWebhook request) {
    return new Found(webhooks.update(webhookId, request));
  }

  @DELETE
  @Path("/{webhookId}")
  public Empty delete(@RestPath String webhookId) {
    webhooks.delete(webhookId);
    return new Empty();
  }

  @POST
  @Path("/{webhookId}/test")
  @Operation(summary = "Sends an example now and answers what came of it")
  public Tested test(@RestPath String webhookId, TestWebhook request) {
    return new Tested(trial.send(webhookId, Optional.ofNullable(request.event())));
  }
}
