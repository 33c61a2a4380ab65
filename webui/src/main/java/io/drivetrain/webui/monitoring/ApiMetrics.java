package io.drivetrain.webui.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Counts and times the calls of the API as {@code api_requests_total} and {@code
 * api_request_latency_seconds}, also those that are refused before they reach a resource. Pages and
 * static files are not counted. Every label has few values.
 */
@ApplicationScoped
class ApiMetrics {
  /** Before everything else, so that the whole request is timed. */
  private static final int FIRST = 10_000;

  private static final Set<String> ENDPOINTS =
      Set.of("/predict", "/health", "/health/ready", "/health/live");
  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  /** The usual buckets begin at 5 ms, which is slower than nearly every prediction. */
  private static final Duration[] BUCKETS = {
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500)
  };

  private final MeterProvider<Counter> requests;
  private final MeterProvider<Timer> latency;

  ApiMetrics(MeterRegistry registry) {
    requests =
        Counter.builder("api.requests").description("Calls of the API").withRegistry(registry);
    latency =
        Timer.builder("api.request.latency")
            .description("Time from the first byte of a call to the last of its answer")
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(registry);
  }

  void register(@Observes Filters filters) {
    filters.register(this::measure, FIRST);
  }

  private void measure(RoutingContext call) {
    endpoint(call.normalizedPath())
        .ifPresent(endpoint -> {
          long start = System.nanoTime();
          call.addEndHandler(
              end -> record(endpoint, call, Duration.ofNanos(System.nanoTime() - start)));
        });
    call.next();
  }

  private static Optional<String> endpoint(String path) {
    if (ENDPOINTS.contains(path)) {
      return Optional.of(path);
    }
    return path.startsWith("/api/") ? Optional.of("/api") : Optional.empty();
  }

  private void record(String endpoint, RoutingContext call, Duration duration) {
    HttpMethod method = call.request().method();
    Tags tags =
        Tags.of(
            "endpoint",
            endpoint,
            "method",
            METHODS.contains(method) ? method.name() : "OTHER",
            "status",
            String.valueOf(call.response().getStatusCode()));
    requests.withTags(tags).increment();
    latency.withTags(tags).record(duration);
  }
}
