package io.drivetrain.registry.client.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.drivetrain.registry.client.HttpDouble;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricLogTest {
  private static final String LOG_BATCH = "POST /api/2.0/mlflow/runs/log-batch";

  private final HttpDouble registry = new HttpDouble();
  private final RegistryClient client =
      RegistryClient.connect(RegistryClientConfig.of(registry.uri()));

  @AfterEach
  void close() {
    client.close();
    registry.close();
  }

  @Test
  void hasStoredEverythingInOrderWhenItIsClosed() {
    registry.on(LOG_BATCH, HttpDouble.json("{}"));

    try (MetricLog log = client.tracking().metricLog("run")) {
      IntStream.range(0, 2500).forEach(step -> log.log(point(step)));
    }

    assertThat(storedSteps()).containsExactlyElementsOf(IntStream.range(0, 2500).boxed().toList());
    assertThat(registry.requests())
        .allSatisfy(
            request -> assertThat(request.json().get("metrics").size()).isLessThanOrEqualTo(1000));
  }

  @Test
  void hasStoredWhatCameBeforeAFlush() {
    registry.on(LOG_BATCH, HttpDouble.json("{}"));

    try (MetricLog log = client.tracking().metricLog("run")) {
      log.log(point(1));
      log.flush();

      assertThat(storedSteps()).containsExactly(1);
      assertThat(log.unsent()).isEmpty();
    }
  }

  @Test
  void asksARegistryAgainThatIsAway() {
    registry.on(
        LOG_BATCH,
        HttpDouble.brokenOff(),
        HttpDouble.error(503, "TEMPORARILY_UNAVAILABLE", "starting"),
        HttpDouble.brokenOff(),
        HttpDouble.error(503, "TEMPORARILY_UNAVAILABLE", "starting"),
        HttpDouble.brokenOff(),
        HttpDouble.json("{}"));

    MetricLog log = client.tracking().metricLog("run");
    log.log(point(1));
    log.close();

    assertThat(log.unsent()).isEmpty();
    assertThat(registry.requests()).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void makesTheCallerWaitWhenThereIsNoRoom() throws InterruptedException {
    CountDownLatch open = new CountDownLatch(1);
    registry.onEach(
        LOG_BATCH,
        _ -> {
          awaitOpen(open);
          return HttpDouble.json("{}");
        });
    MetricLog log = client.tracking().metricLog("run", 2, Duration.ofMinutes(1));
    log.log(point(1));
    log.log(point(2));

    Thread caller = Thread.ofPlatform().start(() -> log.log(point(3)));
    await().until(() -> caller.getState() == Thread.State.WAITING);
    assertThat(log.unsent()).hasSize(2);
    open.countDown();
    caller.join();
    log.close();

    assertThat(storedSteps()).containsExactly(1, 2, 3);
  }

  @Test
  void tellsWhatIsNotStoredWhenTheRegistryRefuses() {
    registry.on(LOG_BATCH, HttpDouble.error(404, "RESOURCE_DOES_NOT_EXIST", "Run with id=run"));
    MetricLog log = client.tracking().metricLog("run");
    log.log(point(1));

    assertThatThrownBy(log::close)
        .isInstanceOfSatisfying(
            RegistryClientException.class,
            refused -> assertThat(refused.errorCode()).isEqualTo(ErrorCode.RESOURCE_DOES_NOT_EXIST))
        .hasMessage("1 points of run run are not stored: Run with id=run");
    assertThat(log.unsent()).containsExactly(point(1));
  }

  @Test
  void refusesPointsAfterItsEndAndAfterAFailure() {
    registry.on(LOG_BATCH, HttpDouble.error(400, "INVALID_PARAMETER_VALUE", "deleted"));
    MetricLog failed = client.tracking().metricLog("run");
    failed.log(point(1));
    assertThatThrownBy(failed::flush).isInstanceOf(RegistryClientException.class);
    assertThatThrownBy(() -> failed.log(point(2))).isInstanceOf(RegistryClientException.class);

    MetricLog closed = client.tracking().metricLog("run");
    closed.close();
    assertThatThrownBy(() -> closed.log(point(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The metric log of run run is closed.");
  }

  private static void awaitOpen(CountDownLatch open) {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Metric point(long step) {
    return new Metric("loss", 0.5, Instant.EPOCH, step);
  }

  private List<Integer> storedSteps() {
    return registry.requests().stream()
        .flatMap(request -> request.json().get("metrics").findValues("step").stream())
        .map(step -> step.asInt())
        .toList();
  }
}
