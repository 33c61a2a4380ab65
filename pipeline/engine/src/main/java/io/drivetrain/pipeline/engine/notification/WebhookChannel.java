package io.drivetrain.pipeline.engine.notification;

import io.drivetrain.outbox.Channel;
import io.drivetrain.outbox.OutboxMessage;
import io.drivetrain.outbox.webhook.PrivateAddressException;
import io.drivetrain.outbox.webhook.WebhookAnswer;
import io.drivetrain.outbox.webhook.WebhookCall;
import io.drivetrain.outbox.webhook.WebhookSender;
import io.drivetrain.outbox.webhook.WebhookTarget;
import io.drivetrain.pipeline.engine.notification.NotificationConfig.Webhook;
import io.drivetrain.pipeline.engine.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Posts notices as signed JSON to the webhooks of the configuration. */
@ApplicationScoped
class WebhookChannel implements Channel<OutboxEvent> {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Notices notices;
  private final NotificationConfig config;
  private final Clock clock;
  private final WebhookSender sender;
  private final WebhookTarget.Lookup lookup;

  @Inject
  WebhookChannel(Notices notices, NotificationConfig config, Clock clock, WebhookSender sender) {
    this(notices, config, clock, sender, InetAddress::getAllByName);
  }

  WebhookChannel(
      Notices notices,
      NotificationConfig config,
      Clock clock,
      WebhookSender sender,
      WebhookTarget.Lookup lookup) {
    this.notices = notices;
    this.config = config;
    this.clock = clock;
    this.sender = sender;
    this.lookup = lookup;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Map<String, String> messages(OutboxEvent event) {
    return notices.of(event, config.webhook().keySet());
  }

  @Override
  public void send(OutboxMessage message) throws IOException, InterruptedException {
    Webhook hook = config.webhook().get(message.target());
    if (hook == null) {
      throw new IOException("the target is not configured any more");
    }
    switch (sender.send(target(hook), call(hook, message))) {
      case WebhookAnswer.Answered(int status, _) when status / 100 == 2 -> {}
      case WebhookAnswer.Answered(int status, _) -> throw new IOException("answered " + status);
      case WebhookAnswer.Silent(String problem) -> throw new IOException(problem);
    }
  }

  private WebhookTarget target(Webhook hook) throws IOException {
    try {
      return WebhookTarget.find(hook.url(), config.allowPrivateAddresses(), lookup);
    } catch (PrivateAddressException inner) {
      throw new IOException(
          inner.getMessage()
              + ". If that is meant, set DRIVETRAIN_NOTIFICATION_ALLOW_PRIVATE_ADDRESSES=true",
          inner);
    }
  }

  /** Nobody reads the answer, which may be endless. */
  private WebhookCall call(Webhook hook, OutboxMessage message) throws IOException {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    return new WebhookCall(
        Map.of(
            "X-Drivetrain-Event",
            notices.read(message.payload()).event(),
            "X-Drivetrain-Delivery",
            Long.toString(message.id()),
            "X-Drivetrain-Timestamp",
            timestamp,
            "X-Drivetrain-Signature",
            NoticeSignature.of(hook.secret(), timestamp, message.payload())),
        message.payload(),
        TIMEOUT,
        0);
  }
}
