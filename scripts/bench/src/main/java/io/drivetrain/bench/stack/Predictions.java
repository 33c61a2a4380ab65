package io.drivetrain.bench.stack;

import io.drivetrain.bench.Answer;
import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Asks for a price at a steady rate, and notes what was not answered with one. */
final class Predictions implements Runnable {
  private static final Duration PERIOD = Duration.ofMillis(100);

  /** Longer than a freeze. */
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private static final Request CAR =
      Request.post(
          "/predict",
          Map.of(
              "brand", "Dacia",
              "model", "Logan",
              "year", 2015,
              "mileage_km", 120000,
              "fuel", "Diesel",
              "fiscal_power", 6,
              "gearbox", "Manuelle",
              "first_hand", "Non",
              "condition", "Bon"));

  /**
   * A prediction that was not answered.
   *
   * @param nanos when it was asked for
   */
  record Failure(long nanos, String what) {}

  private final int port;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong lastSuccess = new AtomicLong(System.nanoTime());
  private final AtomicLong longestGap = new AtomicLong();
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  Predictions(int port) {
    this.port = port;
  }

  long asked() {
    return asked.get();
  }

  /** Gives the failures so far and forgets them. */
  List<Failure> takeFailures() {
    List<Failure> taken = List.copyOf(failures);
    failures.removeAll(taken);
    return taken;
  }

  /** Gives the longest time between two answers since it was asked for. */
  Duration takeLongestGap() {
    return Duration.ofNanos(longestGap.getAndSet(0));
  }

  @Override
  public void run() {
    long next = System.nanoTime();
    while (!Thread.currentThread().isInterrupted()) {
      ask();
      next = Math.max(next + PERIOD.toNanos(), System.nanoTime());
      try {
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /** On a connection of its own, so that no failure is one of an old connection. */
  private void ask() {
    long began = System.nanoTime();
    asked.incrementAndGet();
    try (ServerClient client = new ServerClient(port, 1, TIMEOUT)) {
      Answer answer = client.send(CAR);
      if (answer.status() == 200) {
        long now = System.nanoTime();
        long gap = now - lastSuccess.getAndSet(now);
        longestGap.accumulateAndGet(gap, Math::max);
        return;
      }
      failures.add(new Failure(began, answer.status() + " " + answer.body()));
    } catch (IOException e) {
      failures.add(new Failure(began, e.toString()));
    }
  }
}
