package io.drivetrain.pipeline.engine.notification;

import io.drivetrain.pipeline.engine.notification.NotificationConfig.Webhook;
import io.drivetrain.pipeline.engine.outbox.Channel;
import io.drivetrain.pipeline.engine.outbox.Happening;
import io.drivetrain.pipeline.engine.outbox.Letter;
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
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts notices as signed JSON. The connection goes to the very address that was checked, which the
 * JDK's client cannot do. Redirects are not followed: they could lead anywhere.
 */
@ApplicationScoped
class WebhookChannel implements Channel {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Notices notices;
  private final NotificationConfig config;
  private final Clock clock;
  private final WebhookTarget.Lookup lookup;
  private final HttpClient http;

  @Inject
  WebhookChannel(Notices notices, NotificationConfig config, Clock clock, Vertx vertx) {
    this(notices, config, clock, vertx, InetAddress::getAllByName);
  }

  WebhookChannel(
      Notices notices,
      NotificationConfig config,
      Clock clock,
      Vertx vertx,
      WebhookTarget.Lookup lookup) {
    this.notices = notices;
    this.config = config;
    this.clock = clock;
    this.lookup = lookup;
    this.http = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
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
    WebhookTarget target = WebhookTarget.find(hook.url(), config.allowPrivateAddresses(), lookup);
    int status = status(post(request(target, hook, letter), letter));
    if (status / 100 != 2) {
      throw new IOException("answered " + status);
    }
  }

  private RequestOptions request(WebhookTarget target, Webhook hook, Letter letter)
      throws IOException {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(
            SocketAddress.inetSocketAddress(target.port(), target.address().getHostAddress()))
        // Host and, over TLS, the name in the certificate are still those of the URL.
        .setHost(target.url().getHost())
        .setPort(target.port())
        .setSsl(target.isSecure())
        .setURI(target.pathAndQuery())
        .setTimeout(TIMEOUT.toMillis())
        .putHeader("Content-Type", "application/json")
        .putHeader("X-Drivetrain-Event", notices.read(letter.payload()).event())
        .putHeader("X-Drivetrain-Delivery", Long.toString(letter.id()))
        .putHeader("X-Drivetrain-Timestamp", timestamp)
        .putHeader(
            "X-Drivetrain-Signature",
            WebhookSignature.of(hook.secret(), timestamp, letter.payload()));
  }

  /** The status of the answer; nobody reads its body, which may be endless. */
  private Future<Integer> post(RequestOptions request, Letter letter) {
    return http.request(request)
        .compose(call -> call.send(Buffer.buffer(letter.payload())))
        .map(WebhookChannel::hangUp)
        .toCompletionStage()
        .toCompletableFuture();
  }

  private static int hangUp(HttpClientResponse answer) {
    answer.exceptionHandler(_ -> {}); // else our own hanging up is logged as an error
    answer.request().reset();
    return answer.statusCode();
  }

  private static int status(Future<Integer> posting) throws IOException, InterruptedException {
    try {
      return posting.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause().getMessage(), failed.getCause());
    } catch (TimeoutException silent) {
      throw new IOException("no answer within " + TIMEOUT.toSeconds() + " s", silent);
    }
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
