package io.drivetrain.registry.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drivetrain.registry.client.HttpDouble;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.tracking.Lifecycle;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryHttpTest {
  private static final String API = "/api/2.0/mlflow/";
  private static final String GET_RUN = "GET " + API + "runs/get";
  private static final String CREATE_RUN = "POST " + API + "runs/create";
  private static final String RUN =
      "{\"run\":{\"info\":{\"run_id\":\"1\",\"status\":\"RUNNING\"},\"data\":{}}}";

  private final HttpDouble registry = new HttpDouble();
  private final RegistryClient client = connect(registry.uri());

  @AfterEach
  void close() {
    client.close();
    registry.close();
  }

  @Test
  void saysWhichAddressDoesNotAnswerAndWhatToDo() {
    registry.close();

    RegistryClientException failure = failureOf(() -> client.tracking().run("1"));

    assertThat(failure.errorCode()).isEqualTo(ErrorCode.UNREACHABLE);
    assertThat(failure.httpStatus()).isZero();
    assertThat(failure)
        .hasMessageStartingWith("No answer from the registry at " + registry.uri() + ": ")
        .hasMessageContaining("the connection was refused (GET /api/2.0/mlflow/runs/get?run_id=1)")
        .hasMessageContaining("Check that it runs and that MLFLOW_TRACKING_URI is its address.");
  }

  @Test
  void carriesTheRegistrysOwnErrorOver() {
    registry.on(
        GET_RUN, HttpDouble.error(404, "RESOURCE_DOES_NOT_EXIST", "Run with id=1 not found"));

    RegistryClientException failure = failureOf(() -> client.tracking().run("1"));

    assertThat(failure.errorCode()).isEqualTo(ErrorCode.RESOURCE_DOES_NOT_EXIST);
    assertThat(failure.httpStatus()).isEqualTo(404);
    assertThat(failure).hasMessage("Run with id=1 not found");
  }

  @Test
  void keepsACodeThatItDoesNotKnowInTheMessage() {
    registry.on(GET_RUN, HttpDouble.error(400, "BRAND_NEW", "why"));

    RegistryClientException failure = failureOf(() -> client.tracking().run("1"));

    assertThat(failure.errorCode()).isEqualTo(ErrorCode.OTHER);
    assertThat(failure).hasMessage("BRAND_NEW: why");
  }

  @Test
  void carriesTheProblemOfAPathOfOursOver() {
    String problem =
        """
        {"title":"Wrong value","status":400,"code":"invalid_value","detail":"expected AND"}
        """;
    registry.on(
        "POST /api/v1/runs/facets",
        HttpDouble.answer(
            400, "application/problem+json", problem.getBytes(StandardCharsets.UTF_8), Map.of()));

    RegistryClientException failure =
        failureOf(() -> client.facets().countRuns(List.of("1"), Lifecycle.ALL, "a b"));

    assertThat(failure.httpStatus()).isEqualTo(400);
    assertThat(failure).hasMessage("invalid_value: expected AND");
  }

  @Test
  void recognisesAServerThatIsNotMlflow() {
    RegistryClientException failure = failureOf(() -> client.tracking().experimentByName("cars"));

    assertThat(failure.errorCode()).isEqualTo(ErrorCode.NOT_JSON);
    assertThat(failure.httpStatus()).isEqualTo(404);
    assertThat(failure)
        .hasMessage(
            "GET %s/api/2.0/mlflow/experiments/get-by-name?experiment_name=cars answered 404 with text/html: '<html> <h1>Not Found</h1></html>'. Check that the tracking URI is that of an MLflow server.",
            registry.uri());
  }

  @Test
  void refusesASuccessThatIsNotAJsonObject() {
    registry.on(
        GET_RUN,
        HttpDouble.answer(200, "text/plain", "OK".getBytes(StandardCharsets.UTF_8), Map.of()));

    assertThat(failureOf(() -> client.tracking().run("1")).errorCode())
        .isEqualTo(ErrorCode.NOT_JSON);
  }

  @Test
  void repeatsAReadThatWasBrokenOff() {
    registry.on(GET_RUN, HttpDouble.brokenOff(), HttpDouble.brokenOff(), HttpDouble.json(RUN));

    assertThat(client.tracking().run("1").id()).isEqualTo("1");
  }

  @Test
  void repeatsAReadWhileAProxyHasNobodyBehindIt() {
    registry.on(
        GET_RUN, HttpDouble.answer(502, "text/html", new byte[0], Map.of()), HttpDouble.json(RUN));

    assertThat(client.tracking().run("1").id()).isEqualTo("1");
  }

  @Test
  void neverRepeatsTheCreationOfARunThatMayHaveArrived() {
    registry.on(CREATE_RUN, HttpDouble.brokenOff(), HttpDouble.json(RUN));

    RegistryClientException failure = failureOf(this::createRun);

    assertThat(failure.errorCode()).isEqualTo(ErrorCode.UNREACHABLE);
    assertThat(failure).hasMessageContaining("it may have been carried out, and was not repeated");
    assertThat(registry.requests(CREATE_RUN)).hasSize(1);
  }

  @Test
  void neverRepeatsTheCreationOfARunAfterAnErrorOfAProxy() {
    registry.on(
        CREATE_RUN, HttpDouble.error(503, "TEMPORARILY_UNAVAILABLE", "busy"), HttpDouble.json(RUN));

    assertThat(failureOf(this::createRun).errorCode()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
    assertThat(registry.requests(CREATE_RUN)).hasSize(1);
  }

  @Test
  void repeatsTheCreationOfARunThatTheRegistryRefusedForNow() {
    registry.on(
        CREATE_RUN,
        HttpDouble.answer(429, "application/json", new byte[0], Map.of("Retry-After", "0")),
        HttpDouble.json(RUN));

    createRun();

    assertThat(registry.requests(CREATE_RUN)).hasSize(2);
  }

  @Test
  void givesUpAtOnceWhenItShallWaitLongerThanItMay() {
    registry.on(
        GET_RUN,
        HttpDouble.answer(
            429,
            "application/json",
            "{\"error_code\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"slow down\"}"
                .getBytes(StandardCharsets.UTF_8),
            Map.of("Retry-After", "3600")));

    assertThat(failureOf(() -> client.tracking().run("1")).errorCode())
        .isEqualTo(ErrorCode.REQUEST_LIMIT_EXCEEDED);
    assertThat(registry.requests()).hasSize(1);
  }

  @Test
  void doesNotRepeatWhatTheRegistryRefused() {
    registry.on(GET_RUN, HttpDouble.error(500, "INTERNAL_ERROR", "bug"));

    assertThat(failureOf(() -> client.tracking().run("1")).errorCode())
        .isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(registry.requests()).hasSize(1);
  }

  @Test
  void givesUpOnAnAnswerThatStallsInTheMiddle() {
    CountDownLatch over = new CountDownLatch(1);
    registry.on(
        GET_RUN,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          awaitQuietly(over);
        });
    HttpSettings impatient = settings(Duration.ofMillis(200), 1, 1000);

    try (RegistryClient hurried =
        RegistryClient.connect(RegistryClientConfig.of(registry.uri()).withHttp(impatient))) {
      assertThatThrownBy(() -> hurried.tracking().run("1"))
          .isInstanceOf(RegistryClientException.class)
          .hasMessageContaining("no answer within 200 ms (GET /api/2.0/mlflow/runs/get?run_id=1)");
    } finally {
      over.countDown();
    }
  }

  @Test
  void breaksOffAnArtifactAboveTheLimit() {
    registry.on(
        "GET /api/2.0/mlflow-artifacts/artifacts/1/big.bin",
        HttpDouble.answer(200, "application/octet-stream", new byte[1001], Map.of()));
    HttpSettings small = settings(Duration.ofSeconds(5), 1, 1000);

    try (RegistryClient frugal =
        RegistryClient.connect(RegistryClientConfig.of(registry.uri()).withHttp(small))) {
      RegistryClientException failure =
          failureOf(() -> frugal.artifacts().download("mlflow-artifacts:/1", "big.bin"));

      assertThat(failure.errorCode()).isEqualTo(ErrorCode.TOO_LARGE);
      assertThat(failure).hasMessageContaining("is larger than the limit of 1000 bytes");
    }
  }

  @Test
  void tellsAMissingArtifactFromOneAboveTheLimit() {
    registry.on(
        "GET /api/2.0/mlflow-artifacts/artifacts/1/gone.bin",
        HttpDouble.error(404, "RESOURCE_DOES_NOT_EXIST", "No such artifact: '1/gone.bin'"));
    HttpSettings small = settings(Duration.ofSeconds(5), 1, 10);

    try (RegistryClient frugal =
        RegistryClient.connect(RegistryClientConfig.of(registry.uri()).withHttp(small))) {
      assertThat(
              failureOf(() -> frugal.artifacts().download("mlflow-artifacts:/1", "gone.bin"))
                  .errorCode())
          .isEqualTo(ErrorCode.RESOURCE_DOES_NOT_EXIST);
    }
  }

  @Test
  void repeatsNothingBeyondTheTimeoutOfTheCall() {
    registry.on(
        GET_RUN,
        HttpDouble.answer(503, "text/html", new byte[0], Map.of("Retry-After", "60")),
        HttpDouble.json(RUN));
    HttpSettings hurried =
        new HttpSettings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            4,
            Duration.ofMinutes(2),
            1000);

    try (RegistryClient patient =
        RegistryClient.connect(RegistryClientConfig.of(registry.uri()).withHttp(hurried))) {
      assertThat(failureOf(() -> patient.tracking().run("1")).httpStatus()).isEqualTo(503);
    }
    assertThat(registry.requests()).hasSize(1);
  }

  @Test
  void keepsThePathPrefixOfTheTrackingUri() {
    registry.on("GET /mlflow" + API + "runs/get", HttpDouble.json(RUN));

    try (RegistryClient prefixed = connect(registry.uri().resolve("/mlflow/"))) {
      assertThat(prefixed.tracking().run("1").id()).isEqualTo("1");
    }
  }

  private void createRun() {
    client.tracking().createRun("1", "r", Instant.EPOCH, Map.of());
  }

  private static RegistryClient connect(URI uri) {
    return RegistryClient.connect(
        RegistryClientConfig.of(uri).withHttp(settings(Duration.ofSeconds(10), 4, 1 << 20)));
  }

  private static HttpSettings settings(Duration call, int attempts, long maxModelBytes) {
    return new HttpSettings(
        Duration.ofSeconds(2), call, call, attempts, Duration.ofMillis(10), maxModelBytes);
  }

  private static RegistryClientException failureOf(ThrowingCallable call) {
    return catchThrowableOfType(RegistryClientException.class, call);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
