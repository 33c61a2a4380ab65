package io.drivetrain.registry.client;

import io.drivetrain.registry.client.artifact.ArtifactClient;
import io.drivetrain.registry.client.audit.AuditClient;
import io.drivetrain.registry.client.facet.FacetClient;
import io.drivetrain.registry.client.http.Reachability;
import io.drivetrain.registry.client.http.RegistryHttp;
import io.drivetrain.registry.client.loggedmodel.LoggedModelClient;
import io.drivetrain.registry.client.model.ModelRegistryClient;
import io.drivetrain.registry.client.tracking.TrackingClient;
import java.time.Clock;

/**
 * A client of one registry. Thread-safe; it opens connections on first use, and keeps them.
 *
 * <pre>{@code
 * try (var registry = RegistryClient.connect(RegistryClientConfig.of(uri))) {
 *   Experiment experiment = registry.tracking().getOrCreateExperiment("cars");
 * }
 * }</pre>
 */
public final class RegistryClient implements AutoCloseable {
  private final RegistryClientConfig config;
  private final RegistryHttp http;
  private final TrackingClient tracking;
  private final ArtifactClient artifacts;
  private final ModelRegistryClient models;
  private final LoggedModelClient loggedModels;
  private final FacetClient facets;
  private final AuditClient audit;

  private RegistryClient(RegistryClientConfig config, Clock clock) {
    this.config = config;
    this.http = new RegistryHttp(config.trackingUri(), config.http(), clock);
    this.tracking = new TrackingClient(http);
    this.artifacts = new ArtifactClient(http, config.http().maxModelBytes());
    this.models = new ModelRegistryClient(http);
    this.loggedModels = new LoggedModelClient(http);
    this.facets = new FacetClient(http);
    this.audit = new AuditClient(http);
  }

  /** Calls nothing yet: a registry that is down shows at the first call, as UNREACHABLE. */
  public static RegistryClient connect(RegistryClientConfig config) {
    return new RegistryClient(config, Clock.systemUTC());
  }

  public TrackingClient tracking() {
    return tracking;
  }

  public ArtifactClient artifacts() {
    return artifacts;
  }

  public ModelRegistryClient models() {
    return models;
  }

  public LoggedModelClient loggedModels() {
    return loggedModels;
  }

  public FacetClient facets() {
    return facets;
  }

  public AuditClient audit() {
    return audit;
  }

  public RegistryClientConfig config() {
    return config;
  }

  public Reachability reachability() {
    return http.reachability();
  }

  /** Breaks off calls under way. */
  @Override
  public void close() {
    http.close();
  }
}
