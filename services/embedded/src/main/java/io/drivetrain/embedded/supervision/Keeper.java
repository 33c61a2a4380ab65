package io.drivetrain.embedded.supervision;

import io.drivetrain.embedded.EmbeddedServerException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Keeps one service running, on a thread of its own, until it is closed. */
final class Keeper {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);

  private final ServiceFile file;
  private final Service service;
  private final ServiceRecord record;
  private final Supplier<Duration> stopPatience;
  private final BackOff backOff = new BackOff();
  private final Thread thread;
  private volatile Running running;
  private volatile boolean isEnding;

  /**
   * @param before what has to be over before this service may start; empty at the first start
   * @param stopPatience asked when the service is stopped
   */
  Keeper(
      ServiceFile file,
      Service service,
      ServiceRecord record,
      Optional<Keeper> before,
      Supplier<Duration> stopPatience) {
    this.file = file;
    this.service = service;
    this.record = record;
    this.stopPatience = stopPatience;
    this.thread =
        Thread.ofPlatform()
            .name(file.name())
            .start(() -> {
              before.ifPresent(Keeper::close);
              keep();
            });
  }

  ServiceFile file() {
    return file;
  }

  /** Asks the service to end; {@link #close} waits for it. */
  void askToEnd() {
    if (!isEnding) {
      isEnding = true;
      thread.interrupt();
    }
  }

  /** Whether this is the wish that it fulfils, and goes on fulfilling. */
  boolean isKeeping(ServiceFile wanted) {
    return wanted.equals(file) && !isEnding;
  }

  /** Waits until the service takes no more requests, at most as long as it may take to end. */
  void awaitClosedPort() {
    long deadline = System.nanoTime() + stopPatience.get().toNanos();
    Running last = running;
    while (thread.isAlive() && last != null && last.isOpen() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Ends the service and waits until it has ended. */
  void close() {
    askToEnd();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    try {
      Optional<Running> next = service.adopt();
      next.ifPresent(left -> SupervisorLog.say(name() + " was left running: watched again"));
      while (!isEnding) {
        next = liveOn(next);
      }
    } catch (InterruptedException _) {
      stop();
    } catch (RuntimeException e) {
      SupervisorLog.say("%s is no longer watched: %s".formatted(name(), e));
      return;
    }
    record.remove();
  }

  /** Gives what still lives: only an unforeseen error leaves something behind. */
  private Optional<Running> liveOn(Optional<Running> adopted) throws InterruptedException {
    try {
      live(adopted);
      return Optional.empty();
    } catch (RuntimeException unforeseen) {
      SupervisorLog.say(
          "%s could not be watched: %s. It is looked at again in %d ms"
              .formatted(name(), unforeseen, AFTER_AN_ERROR.toMillis()));
      Thread.sleep(AFTER_AN_ERROR);
      return Optional.ofNullable(running).filter(last -> !last.onEnd().isDone());
    }
  }

  /** From one start to the next. */
  private void live(Optional<Running> adopted) throws InterruptedException {
    long began = System.nanoTime();
    boolean wasReady = false;
    String end;
    try {
      record.starting();
      running = adopted.orElseGet(service::start);
      record.starting(running.pid());
      wasReady = awaitReady();
      end = running.onEnd().get();
    } catch (EmbeddedServerException e) {
      end = e.getMessage();
    } catch (ExecutionException e) {
      end = "was lost: " + e.getCause();
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    running = null;
    pause(wasReady, Duration.ofNanos(System.nanoTime() - began), end);
  }

  /** Gives false when it ended before it was ready. */
  private boolean awaitReady() throws InterruptedException {
    while (!running.onEnd().isDone()) {
      if (running.isReady()) {
        record.running(running.pid());
        SupervisorLog.say("%s is ready (pid %d)".formatted(name(), running.pid()));
        return true;
      }
      endsWithin(BETWEEN_LOOKS);
    }
    return false;
  }

  private void endsWithin(Duration time) throws InterruptedException {
    try {
      running.onEnd().get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // the caller looks again
    }
  }

  private void pause(boolean wasReady, Duration lived, String end) throws InterruptedException {
    Optional<Duration> pause = backOff.afterEnd(wasReady, lived);
    if (pause.isEmpty()) {
      record.givenUp(end);
      SupervisorLog.say(
          "%s GIVEN UP: it ended again and again, last: %s. The other services go on. See its log, then run scripts/start-stack.sh."
              .formatted(name(), end));
      Thread.sleep(Duration.ofSeconds(Long.MAX_VALUE));
      return;
    }
    record.waiting(end);
    SupervisorLog.say(
        "%s %s; it is started again in %d ms".formatted(name(), end, pause.get().toMillis()));
    Thread.sleep(pause.get());
  }

  private void stop() {
    Running last = running;
    if (last != null) {
      last.stop(stopPatience.get());
      SupervisorLog.say(name() + " is stopped");
    }
  }

  private String name() {
    return file.name();
  }
}
