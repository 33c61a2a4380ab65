package io.drivetrain.outbox.webhook;

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
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts JSON. The connection goes to the very address that was checked, whatever the name leads to
 * by then, which the JDK's client cannot do. Redirects are not followed: they could lead anywhere.
 */
@ApplicationScoped
public class WebhookSender {
  private final HttpClient http;

  public WebhookSender(Vertx vertx) {
    this.http = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
  }

  /**
   * Blocks until there is an answer, at most for the timeout of the call.
   *
   * @throws InterruptedException when this thread is interrupted meanwhile
   */
  public WebhookAnswer send(WebhookTarget target, WebhookCall call) throws InterruptedException {
    return await(post(target, call), call.timeout());
  }

  private Future<WebhookAnswer> post(WebhookTarget target, WebhookCall call) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(target.port(), target.address().getHostAddress()))
            // Host and, over TLS, the name in the certificate are still those of the URL.
            .setHost(target.url().getHost())
            .setPort(target.port())
            .setSsl(target.isSecure())
            .setURI(target.pathAndQuery())
            .setFollowRedirects(false)
            .setTimeout(call.timeout().toMillis())
            .putHeader("Content-Type", "application/json");
    call.headers().forEach(options::putHeader);
    return http.request(options)
        .compose(request -> request.send(Buffer.buffer(call.body())))
        .compose(response -> answer(response, call.answerBytes()));
  }

  /** Reads the beginning only: an endless answer ends the connection. */
  private static Future<WebhookAnswer> answer(HttpClientResponse response, int most) {
    if (most == 0) {
      hangUp(response);
      return Future.succeededFuture(answered(response, Buffer.buffer()));
    }
    var beginning = Buffer.buffer();
    Promise<WebhookAnswer> answered = Promise.promise();
    response.handler(part -> {
      beginning.appendBuffer(part);
      if (beginning.length() > most) {
        answered.tryComplete(answered(response, beginning.getBuffer(0, most)));
        response.request().reset();
      }
    });
    response.exceptionHandler(answered::tryFail);
    response.endHandler(_ -> answered.tryComplete(answered(response, beginning)));
    return answered.future();
  }

  private static void hangUp(HttpClientResponse response) {
    response.exceptionHandler(_ -> {}); // else our own hanging up is logged as an error
    response.request().reset();
  }

  private static WebhookAnswer answered(HttpClientResponse response, Buffer body) {
    return new WebhookAnswer.Answered(response.statusCode(), body.toString(StandardCharsets.UTF_8));
  }

  private static WebhookAnswer await(Future<WebhookAnswer> sending, Duration timeout)
      throws InterruptedException {
    try {
      return sending
          .toCompletionStage()
          .toCompletableFuture()
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // A channel that is closed under a request has no message of its own.
      return new WebhookAnswer.Silent(
          Objects.requireNonNullElse(
              e.getCause().getMessage(), "The connection was closed before an answer came"));
    } catch (TimeoutException e) {
      return new WebhookAnswer.Silent("No answer within " + timeout.toSeconds() + " s");
    }
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
