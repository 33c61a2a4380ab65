package io.drivetrain.pipeline.learning.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.HandMadeModel;
import io.drivetrain.pipeline.learning.evaluation.gate.LatencyGate;
import io.drivetrain.pipeline.learning.promotion.ServingDouble.Served;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServingVerificationTest {
  private static final ModelBundle OLD = HandMadeModel.upTo30(900, 1900);
  private static final ModelBundle NEW = HandMadeModel.upTo30(1000.1, 2000);
  private static final List<Map<String, Object>> ROWS =
      List.of(Map.of("area", 20), Map.of("area", 60));

  private final ServingDouble serving = new ServingDouble(() -> new Served("rents", "2", NEW));
  private final StopwatchDouble stopwatch = new StopwatchDouble();

  @AfterEach
  void close() {
    serving.close();
  }

  @Test
  void aVersionThatIsServedWithTheSameBitsIsVerified() throws InterruptedException {
    GateResult result = check(serving.uri());

    assertThat(result.gate()).isEqualTo("served " + serving.uri());
    assertThat(result.passed()).isTrue();
    assertThat(result.comparison())
        .isEqualTo("version 2 is served and predicts 2 of 2 rows with the same bits");
    assertThat(served(result).url()).isEqualTo(serving.uri().toString());
    assertThat(served(result).promotedVersion()).isEqualTo("2");
    assertThat(served(result).servedVersion()).contains("2");
    assertThat(served(result).sameBits()).contains(2);
    assertThat(serving.calls()).isEqualTo(1);
  }

  @Test
  void waitsUntilTheNewVersionIsLoaded() throws InterruptedException {
    serving.first(new Served("rents", "1", OLD)).first(new Served("rents", "1", OLD));

    assertThat(check(serving.uri()).passed()).isTrue();
    assertThat(serving.calls()).isEqualTo(3);
  }

  @Test
  void anEndpointThatStaysWithTheOldVersionFails() throws InterruptedException {
    try (ServingDouble old = new ServingDouble(() -> new Served("rents", "1", OLD))) {
      GateResult result = check(old.uri());

      assertThat(result.blocks()).isTrue();
      assertThat(result.comparison())
          .isEqualTo("version 2 is not served after 5.0 s: it still serves version 1");
      assertThat(served(result).servedVersion()).contains("1");
    }
  }

  @Test
  void otherValuesFailAtOnce() throws InterruptedException {
    GateResult result = check(serving.distorting(value -> value * (1 + 1e-6)).uri());

    assertThat(result.blocks()).isTrue();
    assertThat(result.comparison())
        .isEqualTo(
            "version 2 is served and predicts 0 of 2 rows with the same bits, the others off by up"
                + " to 1.0e-06 of the value; the maximum is 1.0e-09");
    assertThat(served(result).greatestRelativeDifference().orElseThrow()).isBetween(0.9e-6, 1.1e-6);
    assertThat(serving.calls()).isEqualTo(1);
  }

  @Test
  void aRoundingBelowTheToleranceIsNoOtherValue() throws InterruptedException {
    GateResult result = check(serving.distorting(value -> value * (1 + 1e-11)).uri());

    assertThat(result.passed()).isTrue();
    assertThat(served(result).sameBits()).contains(0);
  }

  @Test
  void anEndpointThatRefusesToTheEndFails() throws InterruptedException {
    GateResult result = check(serving.answering(503).uri());

    assertThat(result.blocks()).isTrue();
    assertThat(result.comparison())
        .isEqualTo(
            "version 2 is not served after 5.0 s: it answered 503: {\"detail\":\"No model is in"
                + " production yet\"}");
  }

  @Test
  void anEndpointThatDoesNotAnswerIsNotVerifiedAndNoReasonToRollBack() throws InterruptedException {
    serving.close();

    GateResult result = check(serving.uri());

    assertThat(result.severity()).isEqualTo(Severity.WARN);
    assertThat(result.passed()).isFalse();
    assertThat(result.comparison())
        .isEqualTo("not checked: it could not be reached: the connection was refused");
  }

  @Test
  void saysWhenNobodyIsAsked() throws InterruptedException {
    GateResult nobody = check("rents", List.of(), List.of()).getFirst();
    GateResult others = check("cars", List.of(serving.uri()), List.of()).getFirst();

    assertThat(nobody.comparison()).isEqualTo("not checked: no serving endpoint is configured");
    assertThat(others.comparison())
        .isEqualTo("not checked: the serving endpoints are those of cars");
    assertThat(List.of(nobody, others)).noneMatch(GateResult::passed);
    assertThat(List.of(nobody, others)).noneMatch(GateResult::blocks);
  }

  @Test
  void anotherModelThanTheConfiguredOneIsNotVerified() throws InterruptedException {
    try (ServingDouble cars = new ServingDouble(() -> new Served("cars", "2", NEW))) {
      assertThat(check(cars.uri()).comparison())
          .isEqualTo("not checked: it serves another model, cars");
    }
  }

  @Test
  void measuresHowLongACallOfTheEndpointTakes() throws InterruptedException {
    stopwatch.passes(Duration.ofMillis(7));

    List<GateResult> results =
        check(
            "rents",
            List.of(serving.uri()),
            List.of(new LatencyGate(null, 7.0, 20, null), new LatencyGate(null, 6.9, 20, null)));

    assertThat(results).extracting(GateResult::passed).containsExactly(true, true, false);
    GateDetails.Latency latency = (GateDetails.Latency) results.get(1).details();
    assertThat(latency.p95Millis()).isEqualTo(7.0);
    assertThat(latency.measured()).isEqualTo("one row by HTTP, POST " + serving.uri() + "/predict");
  }

  private static GateDetails.Served served(GateResult result) {
    return (GateDetails.Served) result.details();
  }

  private GateResult check(URI uri) throws InterruptedException {
    return check("rents", List.of(uri), List.of()).getFirst();
  }

  private List<GateResult> check(String configured, List<URI> urls, List<LatencyGate> latencies)
      throws InterruptedException {
    return new ServingVerification(new Config(configured, urls), stopwatch, (text, fraction) -> {})
        .check("rents", "2", NEW, ROWS, latencies);
  }

  private record Config(String model, List<URI> urls) implements ServingConfig {
    @Override
    public Optional<List<URI>> url() {
      return urls.isEmpty() ? Optional.empty() : Optional.of(urls);
    }

    @Override
    public Duration within() {
      return Duration.ofSeconds(5);
    }
  }
}
