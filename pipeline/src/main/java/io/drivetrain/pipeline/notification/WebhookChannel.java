package io.drivetrain.pipeline.notification;

import io.drivetrain.pipeline.notification.NotificationConfig.Webhook;
import io.drivetrain.pipeline.outbox.Channel;
import io.drivetrain.pipeline.outbox.Happening;
import io.drivetrain.pipeline.outbox.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Posts notices as signed JSON. Redirects are not followed: they could lead anywhere. */
@ApplicationScoped
class WebhookChannel implements Channel {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Notices notices;
  private final NotificationConfig config;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WebhookChannel(Notices notices, NotificationConfig config, Clock clock) {
    this.notices = notices;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Map<String, String> letters(Happening happening) {
    return notices.of(happening, config.webhook().keySet());
  }

  @Override
  public void send(Letter letter) throws IOException, InterruptedException {
    Webhook hook = config.webhook().get(letter.target());
    if (hook == null) {
      throw new IOException("the target is not configured any more");
    }
    if (!config.allowPrivateAddresses()) {
      WebhookAddress.requireOutside(hook.url());
    }
    HttpResponse<Void> answer = http.send(request(hook, letter), BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("answered " + answer.statusCode());
    }
  }

  private HttpRequest request(Webhook hook, Letter letter) throws IOException {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(hook.url())
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("X-Drivetrain-Event", notices.read(letter.payload()).event())
        .header("X-Drivetrain-Delivery", Long.toString(letter.id()))
        .header("X-Drivetrain-Timestamp", timestamp)
        .header(
            "X-Drivetrain-Signature",
            WebhookSignature.of(hook.secret(), timestamp, letter.payload()))
        .POST(BodyPublishers.ofString(letter.payload()))
        .build();
  }
}
