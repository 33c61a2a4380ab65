package io.drivetrain.registry.client.http;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends calls to the registry: time-outs, repeats, and MLflow's errors as exceptions. */
public final class RegistryHttp implements AutoCloseable {
  /** Far above the largest page of a search; the wire says nothing about a limit. */
  private static final long MAX_JSON_BYTES = 64L * 1024 * 1024;

  private final String base;
  private final HttpSettings settings;
  private final RetryPolicy retries;
  private final Reachability reachability;
  private final Clock clock;
  private final HttpClient http;

  public RegistryHttp(URI trackingUri, HttpSettings settings, Clock clock) {
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
  public JsonNode json(Call call) {
    return send(call, MAX_JSON_BYTES).object(describe(call));
  }

  /** The answer's bytes, at most {@code limitBytes}. */
  public byte[] bytes(Call call, long limitBytes) {
    return send(call, limitBytes).bytes();
  }

  /** Writes the answer's bytes into a file, whatever there are of them. */
  public void file(Call call, Path target) {
    send(call, head -> isSuccess(head) ? toFile(target) : new CappedBody(MAX_JSON_BYTES));
  }

  public Reachability reachability() {
    return reachability;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** The caller's limit is about files, not about the error that comes in place of one. */
  private Answer send(Call call, long limitBytes) {
    return send(call, head -> new CappedBody(isSuccess(head) ? limitBytes : MAX_JSON_BYTES));
  }

  /** One deadline holds for all attempts together. */
  private Answer send(Call call, BodyHandler<byte[]> body) {
    long deadline = System.nanoTime() + patience(call).toNanos();
    for (int attempt = 1; ; attempt++) {
      Optional<Duration> pause;
      try {
        Answer answer = exchange(call, body, until(deadline));
        reachability.up();
        if (answer.isSuccess()) {
          return answer;
        }
        pause =
            retries
                .afterAnswer(call, attempt, answer.status(), answer.retryAfter(), clock)
                .filter(wait -> wait.compareTo(until(deadline)) < 0);
        if (pause.isEmpty()) {
          throw answer.failure(describe(call));
        }
      } catch (NoAnswerException none) {
        pause =
            retries
                .afterNoAnswer(call, attempt, none.neverSent())
                .filter(wait -> wait.compareTo(until(deadline)) < 0);
        if (pause.isEmpty()) {
          reachability.down(none.getMessage());
          throw unreachable(call, none);
        }
      }
      sleep(call, pause.get());
    }
  }

  /**
   * The JDK's own time-out of a request ends with the headers: a body that stalls would hang for
   * ever. Hence the time-out is put on the whole exchange.
   */
  private Answer exchange(Call call, BodyHandler<byte[]> body, Duration patience)
      throws NoAnswerException {
    CompletableFuture<HttpResponse<byte[]>> pending = http.sendAsync(request(call), body);
    try {
      return new Answer(pending.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      pending.cancel(true);
      throw NoAnswerException.late(patience(call), late);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof CappedBody.TooLarge tooLarge) {
        throw RegistryClientException.tooLarge(
            "The answer to " + describe(call), tooLarge.limitBytes());
      }
      throw NoAnswerException.failed(failed.getCause());
    } catch (InterruptedException interrupted) {
      pending.cancel(true);
      throw interrupted(call);
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

  private static BodySubscriber<byte[]> toFile(Path target) {
    return BodySubscribers.mapping(
        BodySubscribers.ofFile(target, CREATE, WRITE, TRUNCATE_EXISTING), _ -> new byte[0]);
  }

  private static boolean isSuccess(HttpResponse.ResponseInfo head) {
    return head.statusCode() / 100 == 2;
  }

  private Duration patience(Call call) {
    return switch (call.kind()) {
      case JSON -> settings.callTimeout();
      case TRANSFER -> settings.transferTimeout();
    };
  }

  private static Duration until(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  private void sleep(Call call, Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException interrupted) {
      throw interrupted(call);
    }
  }

  private RegistryClientException interrupted(Call call) {
    Thread.currentThread().interrupt();
    return RegistryClientException.interrupted(describe(call));
  }

  private RegistryClientException unreachable(Call call, NoAnswerException none) {
    boolean doubtful = !none.neverSent() && !call.repeatable();
    String what =
        "%s (%s)%s"
            .formatted(
                none.getMessage(),
                call,
                doubtful ? "; it may have been carried out, and was not repeated" : "");
    return RegistryClientException.unreachable(URI.create(base), what, none.getCause());
  }

  private String describe(Call call) {
    return call.method() + " " + base + call.path();
  }
}
