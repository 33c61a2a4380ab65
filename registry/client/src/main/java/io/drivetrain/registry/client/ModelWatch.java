package io.drivetrain.registry.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one address, on a thread of its own, when it is told to and after each poll interval.
 */
final class ModelWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);

  private final ModelUri uri;
  private final ModelResolver resolver;
  private final Consumer<Optional<ResolvedModel>> onChange;
  private final Duration pollInterval;
  private final Semaphore signal = new Semaphore(0);
  private final Thread thread;

  /** Nothing until the first delivery, so that "no such model" is delivered too. */
  private Optional<Optional<ResolvedModel>> delivered = Optional.empty();

  ModelWatch(
      ModelUri uri,
      ModelResolver resolver,
      Consumer<Optional<ResolvedModel>> onChange,
      Duration pollInterval) {
    this.uri = uri;
    this.resolver = resolver;
    this.onChange = onChange;
    this.pollInterval = pollInterval;
    this.thread = Thread.ofVirtual().name("model-watch-" + uri).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Something may have changed. */
  void wake() {
    signal.release();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        look();
        signal.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
        signal.drainPermits();
      }
    } catch (InterruptedException closed) {
      LOG.debug("Watch of {} ended", uri);
    }
  }

  private void look() {
    try {
      Optional<ResolvedModel> now = resolver.resolve(uri);
      if (delivered.isEmpty() || !delivered.get().equals(now)) {
        onChange.accept(now);
        delivered = Optional.of(now);
      }
    } catch (RegistryClientException unreachable) {
      LOG.debug("Watch of {} waits: {}", uri, unreachable.getMessage());
    } catch (RuntimeException refused) {
      LOG.warn("The watcher of {} failed; it is told again after {}", uri, pollInterval, refused);
    }
  }
}
