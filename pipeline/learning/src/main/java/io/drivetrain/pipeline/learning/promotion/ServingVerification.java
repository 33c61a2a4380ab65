package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateDetails.Served;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.engine.step.Progress;
import io.drivetrain.pipeline.learning.evaluation.gate.LatencyGate;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether those who serve the model in production serve the version that was promoted, and predict
 * what it predicts. An endpoint that does not answer at all is not taken for verified, and not for
 * a reason to roll back: it may not run yet.
 */
final class ServingVerification {
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** JSON keeps all digits of a double, so this allows for another server's rounding only. */
  private static final double TOLERANCE = 1e-9;

  private final ServingConfig config;
  private final Stopwatch stopwatch;
  private final Progress progress;

  ServingVerification(ServingConfig config, Stopwatch stopwatch, Progress progress) {
    this.config = config;
    this.stopwatch = stopwatch;
    this.progress = progress;
  }

  /**
   * @param model name of the registered model
   * @param bundle of the version, as the registry hands it out
   * @param rows that it can read; one or more
   * @param latencies gates of the definition
   */
  List<GateResult> check(
      String model,
      String version,
      ModelBundle bundle,
      List<Map<String, Object>> rows,
      List<LatencyGate> latencies)
      throws InterruptedException {
    List<URI> urls = config.url().orElse(List.of());
    if (urls.isEmpty()) {
      return List.of(
          notChecked("served", "no serving endpoint is configured", new GateDetails.None()));
    }
    if (!model.equals(config.model())) {
      String other = "the serving endpoints are those of " + config.model();
      return List.of(notChecked("served", other, new GateDetails.None()));
    }
    List<GateResult> results = new ArrayList<>();
    for (URI url : urls) {
      try (ServingEndpoint endpoint = new ServingEndpoint(url)) {
        Wanted wanted = new Wanted(model, version, expected(bundle, rows), rows);
        results.addAll(check(shown(url), endpoint, wanted, latencies));
      }
    }
    return results;
  }

  /**
   * @param values that the version itself predicts for the rows, as many for each
   */
  private record Wanted(
      String model, String version, double[] values, List<Map<String, Object>> rows) {

    boolean isIn(ServedAnswer answer) {
      return answer instanceof ServedAnswer.Predicted predicted
          && predicted.model().equals(model)
          && predicted.version().equals(version);
    }
  }

  private List<GateResult> check(
      String url, ServingEndpoint endpoint, Wanted wanted, List<LatencyGate> latencies)
      throws InterruptedException {
    long start = stopwatch.nanos();
    ServedAnswer answer = endpoint.predict(wanted.rows());
    while (!wanted.isIn(answer) && stopwatch.millisSince(start) < config.within().toMillis()) {
      progress.report("waiting until %s serves version %s".formatted(url, wanted.version()), 0.7);
      stopwatch.pause(PAUSE);
      answer = endpoint.predict(wanted.rows());
    }
    GateResult parity = judge(url, answer, wanted, stopwatch.millisSince(start));
    List<GateResult> results = new ArrayList<>(List.of(parity));
    if (parity.passed()) {
      for (LatencyGate gate : latencies) {
        results.add(latency(url, endpoint, wanted, gate));
      }
    }
    return results;
  }

  private GateResult judge(String url, ServedAnswer answer, Wanted wanted, double millis) {
    Served details = Served.waited(url, wanted.version(), wanted.rows().size(), millis);
    String gate = "served " + url;
    return switch (answer) {
      case ServedAnswer.Predicted predicted when wanted.isIn(predicted) ->
          compare(gate, predicted, wanted, details);
      case ServedAnswer.Predicted other when !other.model().equals(wanted.model()) ->
          notChecked(gate, "it serves another model, " + other.model(), details);
      case ServedAnswer.Predicted other ->
          failed(
              gate,
              "it still serves version %s".formatted(other.version()),
              details.of(other.version()));
      case ServedAnswer.Refused refused -> failed(gate, refused.what(), details);
      case ServedAnswer.Unreachable unreachable ->
          notChecked(gate, "it could not be reached: " + unreachable.why(), details);
    };
  }

  private static GateResult compare(
      String gate, ServedAnswer.Predicted predicted, Wanted wanted, Served details) {
    if (predicted.values().size() != wanted.values().length) {
      return failed(gate, "it predicts something of another kind", details);
    }
    double greatest = 0;
    int width = wanted.values().length / wanted.rows().size();
    int sameBits = 0;
    for (int row = 0; row < wanted.rows().size(); row++) {
      boolean same = true;
      for (int i = row * width; i < (row + 1) * width; i++) {
        double is = predicted.values().get(i);
        double should = wanted.values()[i];
        double difference = Math.abs(is - should);
        greatest = Math.max(greatest, difference == 0 ? 0 : difference / Math.abs(should));
        same &= Double.compare(is, should) == 0;
      }
      sameBits += same ? 1 : 0;
    }
    String others =
        sameBits == wanted.rows().size()
            ? ""
            : String.format(
                Locale.ROOT,
                ", the others off by up to %.1e of the value; the maximum is %.1e",
                greatest,
                TOLERANCE);
    String comparison =
        "version %s is served and predicts %d of %d rows with the same bits%s"
            .formatted(predicted.version(), sameBits, wanted.rows().size(), others);
    return new GateResult(
        gate,
        Severity.ERROR,
        greatest <= TOLERANCE,
        comparison,
        details.compared(sameBits, greatest, TOLERANCE));
  }

  private GateResult latency(String url, ServingEndpoint endpoint, Wanted wanted, LatencyGate gate)
      throws InterruptedException {
    List<Map<String, Object>> row = wanted.rows().subList(0, 1);
    AtomicInteger unanswered = new AtomicInteger();
    Latency latency =
        Latency.of(
            gate.calls(),
            stopwatch,
            () -> {
              progress.report("measuring the latency of " + url, 0.9);
              if (!(endpoint.predict(row) instanceof ServedAnswer.Predicted)) {
                unanswered.incrementAndGet();
              }
            });
    return gate.judge(
        new GateDetails.Latency(
            "one row by HTTP, POST " + url + "/predict",
            unanswered.get() == 0 ? latency.p95Millis() : Double.POSITIVE_INFINITY,
            gate.servedP95Millis(),
            gate.calls(),
            latency.medianMicros() / 1000,
            Optional.empty(),
            Optional.of(unanswered.get())));
  }

  private static double[] expected(ModelBundle bundle, List<Map<String, Object>> rows) {
    return rows.stream()
        .flatMapToDouble(row -> Arrays.stream(bundle.predict(bundle.schema().read(row)).numbers()))
        .toArray();
  }

  private static GateResult failed(String gate, String what, Served details) {
    String comparison =
        String.format(
            Locale.ROOT,
            "version %s is not served after %.1f s: %s",
            details.promotedVersion(),
            details.waitedMillis() / 1000,
            what);
    return new GateResult(gate, Severity.ERROR, false, comparison, details);
  }

  private static GateResult notChecked(String gate, String why, GateDetails details) {
    return new GateResult(gate, Severity.WARN, false, "not checked: " + why, details);
  }

  /** Without a user and a password, should there be any. */
  private static String shown(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port + url.getRawPath().replaceAll("/+$", "");
  }
}
