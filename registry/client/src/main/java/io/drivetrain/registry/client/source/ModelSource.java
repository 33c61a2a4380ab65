package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.http.HttpSettings;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.http.SourceHealth;
import io.drivetrain.registry.client.redis.RedisSettings;
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
 * model that it loaded</b>, and a {@link #watch} tells it when there is news again. What the caches
 * still hold (for {@link RedisSettings#pointerLife()}) may answer meanwhile.
 */
public final class ModelSource implements AutoCloseable {
  /** A watch that goes on until it is closed. */
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  private final RegistryClient registry;
  private final Set<ModelWatch> watches = ConcurrentHashMap.newKeySet();
  private final SharedCache cache;
  private final ModelPointers pointers;
  private final ModelResolver resolver;
  private final ModelLoader loader;

  private ModelSource(RegistryClient registry, Clock clock) {
    this.registry = registry;
    this.cache =
        registry
            .config()
            .redis()
            .<SharedCache>map(redis -> new RedisSharedCache(redis, clock, this::wake))
            .orElseGet(() -> new NoSharedCache(clock));
    this.pointers = new ModelPointers(registry.models(), cache);
    this.resolver = new ModelResolver(registry, pointers::cached);
    this.loader = new ModelLoader(registry, cache);
  }

  /**
   * Opens a source over a client, which stays open when the source is closed. Neither Redis nor the
   * registry need to be up.
   */
  public static ModelSource open(RegistryClient registry) {
    return new ModelSource(registry, Clock.systemUTC());
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
   * The files of a model, each compared with what the registry's database pinned when the version
   * was registered, or recorded when the run uploaded it. When the model has a SHA256SUMS file,
   * that file and exactly the files that it lists; else all of them. Of a server without pins, such
   * as MLflow's own, what SHA256SUMS says counts, and without one nothing is compared.
   *
   * @throws RegistryClientException UNREACHABLE; CORRUPT_MODEL naming the file whose bytes are not
   *     those; TOO_LARGE above {@link HttpSettings#maxModelBytes()}; RESOURCE_DOES_NOT_EXIST when
   *     there are no files
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
   * @return closing it ends the watch and interrupts its thread
   */
  public Watch watch(ModelUri uri, Consumer<Optional<ResolvedModel>> onChange) {
    ModelWatch watch =
        new ModelWatch(uri, registry, pointers, onChange, registry.config().pollInterval());
    watches.add(watch);
    watch.start();
    return () -> {
      watches.remove(watch);
      watch.close();
    };
  }

  /** Calls nothing. */
  public SourceHealth health() {
    return new SourceHealth(registry.reachability().status(), cache.status());
  }

  /** Ends all watches, and the link with Redis. */
  @Override
  public void close() {
    watches.forEach(ModelWatch::close);
    watches.clear();
    cache.close();
  }

  private void wake(Optional<String> changed) {
    watches.stream()
        .filter(watch -> changed.isEmpty() || watch.isOf(changed.get()))
        .forEach(ModelWatch::wake);
  }
}
