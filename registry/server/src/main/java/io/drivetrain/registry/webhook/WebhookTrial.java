package io.drivetrain.registry.webhook;

import io.drivetrain.outbox.webhook.WebhookAnswer;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Sends an example at once, so that the one who set a webhook up sees what comes of it. */
@ApplicationScoped
public class WebhookTrial {
  private final WebhookService webhooks;
  private final WebhookMessages messages;
  private final WebhookPost post;
  private final WebhookSecrets secrets;
  private final Clock clock;

  /**
   * What came of it.
   *
   * @param responseStatus null when nobody answered
   * @param errorMessage null when somebody did
   */
  public record Result(
      boolean success, Integer responseStatus, String responseBody, String errorMessage) {

    private static Result of(WebhookAnswer answer) {
      return switch (answer) {
        case WebhookAnswer.Answered(int status, String body) ->
            new Result(answer.isDelivered(), status, body, null);
        case WebhookAnswer.Silent(String problem) -> failed(problem);
      };
    }

    private static Result failed(String problem) {
      return new Result(false, null, null, problem);
    }
  }

  WebhookTrial(
      WebhookService webhooks,
      WebhookMessages messages,
      WebhookPost post,
      WebhookSecrets secrets,
      Clock clock) {
    this.webhooks = webhooks;
    this.messages = messages;
    this.post = post;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * @param event empty for the first one that the webhook subscribes to
   */
  public Result send(String webhookId, Optional<WebhookEvent> event) {
    var webhook = webhooks.find(webhookId);
    var topic = event.map(WebhookEvent::topic).orElse(webhook.topics().getFirst());
    var secret = secrets.decrypt(webhookId, webhook.secret());
    var body = messages.example(topic, clock.instant());
    try {
      return Result.of(post.send(webhook.url(), UUID.randomUUID().toString(), body, secret));
    } catch (RegistryException refused) {
      return Result.failed(refused.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Result.failed("This server is stopping");
    }
  }
}
