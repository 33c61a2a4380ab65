package io.drivetrain.registry.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends calls to the registry: time-outs, repeats, and MLflow's errors as exceptions. */
final class RegistryHttp implements AutoCloseable {
  /** Far above the largest page of a search; the wire says nothing about a limit. */
  private static final long MAX_JSON_BYTES = 64L * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final HttpSettings settings;
  private final RetryPolicy retries;
  private final Reachability reachability;
  private final Clock clock;
  private final HttpClient http;

  RegistryHttp(URI trackingUri, HttpSettings settings, Clock clock) {
    this.base = trackingUri.toString().replaceAll("/+$", "");
    this.settings = settings;
    this.retries = new RetryPolicy(settings.attempts(), settings.longestPause());
    this.reachability = new Reachability(clock);
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /** The answer's JSON object. */
  JsonNode json(Call call) {
    HttpResponse<byte[]> answer = send(call, MAX_JSON_BYTES);
    return readObject(answer)
        .orElseThrow(() ->
            RegistryClientException.notJson(describe(call), answer.statusCode(), excerpt(answer)));
  }

  /** The answer's bytes, at most {@code limitBytes}. */
  byte[] bytes(Call call, long limitBytes) {
    return send(call, limitBytes).body();
  }

  Reachability reachability() {
    return reachability;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpResponse<byte[]> send(Call call, long limitBytes) {
    for (int attempt = 1; ; attempt++) {
      Optional<Duration> pause;
      try {
        HttpResponse<byte[]> answer = exchange(call, limitBytes);
        reachability.up();
        if (answer.statusCode() / 100 == 2) {
          return answer;
        }
        Optional<String> retryAfter = answer.headers().firstValue("Retry-After");
        pause = retries.afterAnswer(call, attempt, answer.statusCode(), retryAfter, clock);
        if (pause.isEmpty()) {
          throw failure(call, answer);
        }
      } catch (NoAnswerException none) {
        pause = retries.afterNoAnswer(call, attempt, none.neverSent());
        if (pause.isEmpty()) {
          reachability.down(none.getMessage());
          throw RegistryClientException.unreachable(
              URI.create(base), describe(call, none), none.getCause());
        }
      }
      sleep(call, pause.get());
    }
  }

  /**
   * The client's own request time-out ends with the headers; a body that stalls would hang for
   * ever. Hence one deadline here, over everything.
   */
  private HttpResponse<byte[]> exchange(Call call, long limitBytes) throws NoAnswerException {
    CompletableFuture<HttpResponse<byte[]>> pending =
        http.sendAsync(request(call), header -> new CappedBody(limitBytes));
    Duration patience = patience(call);
    try {
      return pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      pending.cancel(true);
      throw new NoAnswerException("no answer within " + patience, false, late);
    } catch (ExecutionException failed) {
      throw failure(call, failed.getCause(), limitBytes);
    } catch (InterruptedException interrupted) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw RegistryClientException.interrupted(describe(call));
    }
  }

  private HttpRequest request(Call call) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + call.path()))
              .header("User-Agent", "drivetrain-registry-client")
              .method(call.method(), call.body().open());
      if (!call.contentType().isEmpty()) {
        request.header("Content-Type", call.contentType());
      }
      return request.build();
    } catch (FileNotFoundException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private Duration patience(Call call) {
    return switch (call.kind()) {
      case JSON -> settings.callTimeout();
      case TRANSFER -> settings.transferTimeout();
    };
  }

  private NoAnswerException failure(Call call, Throwable cause, long limitBytes) {
    if (cause instanceof CappedBody.TooLarge) {
      throw RegistryClientException.tooLarge("The answer to " + describe(call), limitBytes);
    }
    boolean neverSent =
        cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    String what =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new NoAnswerException(
        neverSent ? "cannot connect (" + what + ")" : what, neverSent, cause);
  }

  private RegistryClientException failure(Call call, HttpResponse<byte[]> answer) {
    Optional<JsonNode> error = readObject(answer).filter(body -> body.hasNonNull("error_code"));
    if (error.isEmpty()) {
      return RegistryClientException.notJson(describe(call), answer.statusCode(), excerpt(answer));
    }
    return RegistryClientException.answered(
        error.get().get("error_code").asText(),
        answer.statusCode(),
        error.get().path("message").asText());
  }

  private static Optional<JsonNode> readObject(HttpResponse<byte[]> answer) {
    try {
      return Optional.of(JSON.readTree(new String(answer.body(), StandardCharsets.UTF_8)))
          .filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** The start of a foreign answer, on one line, so that a person recognises who sent it. */
  private static String excerpt(HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("no content type");
    String text = new String(answer.body(), StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
    return "%s: '%s'".formatted(type, text.substring(0, Math.min(text.length(), 120)));
  }

  private String describe(Call call, NoAnswerException none) {
    String doubt =
        none.neverSent() || call.repeatable()
            ? ""
            : "; it may have been carried out and was not repeated";
    return none.getMessage() + " to " + call + doubt;
  }

  private String describe(Call call) {
    return call.method() + " " + base + call.path();
  }

  private void sleep(Call call, Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw RegistryClientException.interrupted(describe(call));
    }
  }

  /** The registry did not answer; whether it saw the request decides about a repeat. */
  private static final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean neverSent;

    NoAnswerException(String message, boolean neverSent, Throwable cause) {
      super(message, cause);
      this.neverSent = neverSent;
    }

    boolean neverSent() {
      return neverSent;
    }
  }
}
