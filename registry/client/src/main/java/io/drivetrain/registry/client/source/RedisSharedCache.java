package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.http.Reachability;
import io.drivetrain.registry.client.http.SourceHealth;
import io.drivetrain.registry.client.redis.ByteCache;
import io.drivetrain.registry.client.redis.PointerCache;
import io.drivetrain.registry.client.redis.RedisLink;
import io.drivetrain.registry.client.redis.RedisSettings;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Models in Redis. The registry server deletes a model's key after each change to it. */
final class RedisSharedCache implements SharedCache, RedisLink.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(RedisSharedCache.class);
  private static final String POINTERS = "drivetrain:model:";
  private static final String BYTES = "drivetrain:bytes:";

  private final RedisSettings settings;
  private final Reachability reachability;
  private final Consumer<Optional<String>> onChange;
  private final RedisLink link;
  private final PointerCache<ModelPointer> pointers;
  private final ByteCache bytes;

  /**
   * @param onChange told the name of a model that may have changed; empty: any may have
   */
  RedisSharedCache(RedisSettings settings, Clock clock, Consumer<Optional<String>> onChange) {
    this.settings = settings;
    this.reachability = new Reachability(clock);
    this.onChange = onChange;
    this.link =
        new RedisLink(settings.uri(), settings.commandTimeout(), settings.transferTimeout(), this);
    this.pointers = new PointerCache<>(link, POINTERS, ModelPointer.FORMAT, settings.pointerLife());
    this.bytes = new ByteCache(link, BYTES, Sha256Sums::hash, settings.maxFileBytes());
    link.start();
  }

  @Override
  public Optional<ModelPointer> pointer(String name, Supplier<Optional<ModelPointer>> registry) {
    return pointers.get(name, registry);
  }

  @Override
  public long epoch() {
    return pointers.epoch();
  }

  @Override
  public void forget(String name) {
    pointers.forget(name);
  }

  @Override
  public Optional<byte[]> bytes(String sha256) {
    return bytes.get(sha256);
  }

  @Override
  public void keep(String sha256, byte[] content) {
    bytes.put(sha256, content);
  }

  @Override
  public SourceHealth.Status status() {
    return reachability.status();
  }

  @Override
  public void close() {
    link.close();
  }

  @Override
  public void linked() {
    pointers.clear();
    reachability.up();
    LOG.info("Linked with {}", settings);
    onChange.accept(Optional.empty());
  }

  @Override
  public void lost(String error) {
    if (reachability.down(error)) {
      pointers.clear();
      LOG.warn("{} is left aside, lookups go to the registry: {}", settings, error);
      onChange.accept(Optional.empty());
    }
  }

  @Override
  public void invalidated(Optional<String> key) {
    if (key.isEmpty()) {
      pointers.clear();
      onChange.accept(Optional.empty());
      return;
    }
    pointers.invalidated(key.get()).ifPresent(name -> onChange.accept(Optional.of(name)));
  }
}
