package io.drivetrain.registry.client;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Reads models by their address: through a cache in this process, then Redis, then the registry.
 * Thread-safe; many callers that ask for the same thing at once cause one request.
 *
 * <p>Redis down, slow or refusing the password makes this slower and never wrong. The registry down
 * makes {@link #resolve} and {@link #load} fail with UNREACHABLE: <b>the caller then keeps the last
 * model that it loaded</b>, and a {@link #watch} tells it when there is news again. What Redis
 * still holds (a pointer for 5 s) may answer meanwhile.
 */
public final class ModelSource implements AutoCloseable {
  private final RegistryClient registry;
  private final ModelResolver resolver;
  private final ModelLoader loader;
  private final Set<ModelWatch> watches = ConcurrentHashMap.newKeySet();

  private ModelSource(RegistryClient registry) {
    this.registry = registry;
    this.resolver = new ModelResolver(registry);
    this.loader = new ModelLoader(registry);
  }

  /** Opens a source over a client, which stays open when the source is closed. */
  public static ModelSource open(RegistryClient registry) {
    return new ModelSource(registry);
  }

  /**
   * What the address means now; empty when there is no such model, version, alias or run, or no
   * version in the stage.
   *
   * @throws RegistryClientException UNREACHABLE when the registry is down
   */
  public Optional<ResolvedModel> resolve(ModelUri uri) {
    return resolver.resolve(uri);
  }

  /**
   * The files of a model. When it has a SHA256SUMS file, exactly the files that it lists, each
   * checked against it, and itself; else every file below its root, unchecked.
   *
   * @throws RegistryClientException UNREACHABLE; CORRUPT_MODEL when the registry's own bytes are
   *     not those of SHA256SUMS; TOO_LARGE above {@link HttpSettings#maxModelBytes()};
   *     RESOURCE_DOES_NOT_EXIST when there are no files
   */
  public ModelFiles load(ResolvedModel model) {
    return loader.load(model);
  }

  /**
   * Calls {@code onChange} with what the address means now, as soon as that is known, and again
   * after each change: within milliseconds when Redis pushes it, after a poll of {@link
   * RegistryClientConfig#pollInterval()} at the latest. Empty means that nothing is there (any
   * more). While the registry is down it is not called.
   *
   * <p>Calls come one at a time on a thread of the watch. When {@code onChange} throws, the change
   * counts as not delivered: it is logged, and delivered again after the poll interval.
   *
   * @return closing it ends the watch and its thread
   */
  public AutoCloseable watch(ModelUri uri, Consumer<Optional<ResolvedModel>> onChange) {
    ModelWatch watch = new ModelWatch(uri, resolver, onChange, registry.config().pollInterval());
    watches.add(watch);
    watch.start();
    return () -> {
      watch.close();
      watches.remove(watch);
    };
  }

  /** Calls nothing. */
  public SourceHealth health() {
    SourceHealth.Status off =
        new SourceHealth.Status(SourceHealth.State.OFF, Clock.systemUTC().instant(), "");
    return new SourceHealth(registry.reachability().status(), off);
  }

  /** Ends all watches. */
  @Override
  public void close() {
    watches.forEach(ModelWatch::close);
    watches.clear();
  }
}
