package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one address on a thread of its own: through the caches when it is woken, and past them
 * after each poll interval, as a push or the deletion of a key in Redis may have been lost.
 */
final class ModelWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);

  private final ModelUri uri;
  private final ModelPointers pointers;
  private final ModelResolver cached;
  private final ModelResolver direct;
  private final Consumer<Optional<ResolvedModel>> onChange;
  private final Duration pollInterval;
  private final Semaphore signals = new Semaphore(0);
  private final Thread thread;

  /** Empty until the first delivery, so that "no such model" is delivered too. */
  private Optional<Optional<ResolvedModel>> delivered = Optional.empty();

  /** The last one that was logged. */
  private String complaint = "";

  ModelWatch(
      ModelUri uri,
      RegistryClient registry,
      ModelPointers pointers,
      Consumer<Optional<ResolvedModel>> onChange,
      Duration pollInterval) {
    this.uri = uri;
    this.pointers = pointers;
    this.cached = new ModelResolver(registry, pointers::cached);
    this.direct = new ModelResolver(registry, pointers::fromRegistry);
    this.onChange = onChange;
    this.pollInterval = pollInterval;
    this.thread = Thread.ofVirtual().name("model-watch-" + uri).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean isOf(String modelName) {
    return uri.modelName().filter(modelName::equals).isPresent();
  }

  /** Something may have changed. */
  void wake() {
    signals.release();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      look(cached);
      while (!Thread.currentThread().isInterrupted()) {
        boolean woken = signals.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
        signals.drainPermits();
        look(woken ? cached : direct);
      }
    } catch (InterruptedException closed) {
      LOG.debug("Watch of {} ended", uri);
    }
  }

  private void look(ModelResolver resolver) {
    try {
      Optional<ResolvedModel> now = resolver.resolve(uri);
      if (delivered.filter(now::equals).isPresent()) {
        complaint = "";
        return;
      }
      deliver(now, resolver == direct);
    } catch (RuntimeException failed) {
      complain("Cannot find out what " + uri + " is", failed);
    }
  }

  private void deliver(Optional<ResolvedModel> now, boolean cachesAreOld) {
    if (cachesAreOld) {
      uri.modelName().ifPresent(pointers::forget);
    }
    try {
      onChange.accept(now);
      delivered = Optional.of(now);
      complaint = "";
    } catch (RuntimeException refused) {
      complain("The watcher of " + uri + " did not take " + now, refused);
    }
  }

  /** Once for each reason, and not after each poll again; being closed is no reason. */
  private void complain(String what, RuntimeException why) {
    String text = what + ": " + why.getMessage();
    if (text.equals(complaint) || Thread.currentThread().isInterrupted()) {
      return;
    }
    complaint = text;
    if (why instanceof RegistryClientException) {
      LOG.warn("{} (next try within {})", text, pollInterval);
      return;
    }
    LOG.warn("{} (next try within {})", what, pollInterval, why);
  }
}
