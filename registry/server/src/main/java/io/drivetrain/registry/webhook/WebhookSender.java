package io.drivetrain.registry.webhook;

import io.drivetrain.registry.protocol.RegistryException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one message. The connection goes to the very address that was checked, whatever the name
 * leads to by then; redirects are not followed. That is why this is not the JDK's client.
 */
@ApplicationScoped
class WebhookSender {
  private static final int MAX_ANSWER_BYTES = 10_000;

  private final WebhookTargets targets;
  private final WebhookConfig config;
  private final Clock clock;
  private final HttpClient http;

  WebhookSender(Vertx vertx, WebhookTargets targets, WebhookConfig config, Clock clock) {
    this.targets = targets;
    this.config = config;
    this.clock = clock;
    this.http = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
  }

  WebhookAnswer send(String url, String deliveryId, String body, Optional<String> secret) {
    try {
      var target = targets.resolve(url);
      return await(post(target, deliveryId, body, secret));
    } catch (RegistryException e) {
      return new WebhookAnswer.Refused(e.getMessage());
    }
  }

  private Future<WebhookAnswer> post(
      WebhookTarget target, String deliveryId, String body, Optional<String> secret) {
    long seconds = clock.instant().getEpochSecond();
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(target.port(), target.address().getHostAddress()))
            .setHost(target.url().getHost())
            .setPort(target.port())
            .setSsl(target.isSecure())
            .setURI(target.pathAndQuery())
            .setFollowRedirects(false)
            .setTimeout(config.timeout().toMillis())
            .putHeader("Content-Type", "application/json")
            .putHeader("User-Agent", "drivetrain-registry")
            .putHeader("X-MLflow-Delivery-Id", deliveryId)
            .putHeader("X-MLflow-Timestamp", String.valueOf(seconds));
    secret.ifPresent(key ->
        options.putHeader(
            "X-MLflow-Signature", WebhookSignature.of(key, deliveryId, seconds, body)));
    return http.request(options)
        .compose(request -> request.send(Buffer.buffer(body)))
        .compose(WebhookSender::answer);
  }

  /** Reads the beginning only: an endless answer ends the connection. */
  private static Future<WebhookAnswer> answer(HttpClientResponse response) {
    var beginning = Buffer.buffer();
    Promise<WebhookAnswer> answered = Promise.promise();
    response.handler(part -> {
      beginning.appendBuffer(part);
      if (beginning.length() > MAX_ANSWER_BYTES) {
        answered.tryComplete(answered(response, beginning.getBuffer(0, MAX_ANSWER_BYTES)));
        response.request().reset();
      }
    });
    response.exceptionHandler(answered::tryFail);
    response.endHandler(_ -> answered.tryComplete(answered(response, beginning)));
    return answered.future();
  }

  private static WebhookAnswer answered(HttpClientResponse response, Buffer body) {
    return new WebhookAnswer.Answered(response.statusCode(), body.toString(StandardCharsets.UTF_8));
  }

  private WebhookAnswer await(Future<WebhookAnswer> sending) {
    try {
      return sending
          .toCompletionStage()
          .toCompletableFuture()
          .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return new WebhookAnswer.Silent(String.valueOf(e.getCause().getMessage()));
    } catch (TimeoutException e) {
      return new WebhookAnswer.Silent("No answer within " + config.timeout().toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WebhookAnswer.Silent("This server is stopping");
    }
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
