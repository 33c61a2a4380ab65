package io.drivetrain.registry.webhook;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.MlflowRequest;
import java.util.List;

/** The JSON bodies about webhooks. */
public sealed interface WebhookRequest extends MlflowRequest {

  record CreateWebhook(
      String name,
      String description,
      String url,
      List<WebhookEvent> events,
      String secret,
      WebhookStatus status)
      implements WebhookRequest {
    public CreateWebhook {
      Fields.required("name", name);
      Fields.required("url", url);
      Fields.required("events", events);
      events = List.copyOf(events);
      status = status == null ? WebhookStatus.ACTIVE : status;
    }
  }

  /** Only what is given changes. */
  record UpdateWebhook(
      String name,
      String description,
      String url,
      List<WebhookEvent> events,
      String secret,
      WebhookStatus status)
      implements WebhookRequest {
    public UpdateWebhook {
      events = events == null ? List.of() : List.copyOf(events);
    }
  }

  /**
   * @param event null for the first one that the webhook subscribes to
   */
  record TestWebhook(WebhookEvent event) implements WebhookRequest {}
}
