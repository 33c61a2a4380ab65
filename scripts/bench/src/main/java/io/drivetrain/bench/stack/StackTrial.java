package io.drivetrain.bench.stack;

import io.drivetrain.bench.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** One fault under load, and what came of it. */
final class StackTrial {
  private static final Duration FREEZE = Duration.ofSeconds(3);
  private static final Duration FULL = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration RUN_PATIENCE = Duration.ofSeconds(240);
  private static final int BLOCK_BYTES = 1 << 16;

  private final ScriptedStack stack;
  private final Predictions predictions;
  private final Random random;

  StackTrial(ScriptedStack stack, Predictions predictions, Random random) {
    this.stack = stack;
    this.predictions = predictions;
    this.random = random;
  }

  /**
   * What a trial found.
   *
   * @param back from the end of the fault until every service was ready again
   * @param gap the longest time between two predictions
   * @param failed predictions, but for those that their own server's fault explains
   * @param points that were accepted
   * @param lostPoints of them
   * @param run the state in which the run of the pipeline ended
   */
  record Outcome(
      Duration back,
      Duration gap,
      List<Predictions.Failure> failed,
      long points,
      long lostPoints,
      String run) {}

  Outcome of(StackFault fault) throws Exception {
    predictions.takeFailures();
    predictions.takeLongestGap();
    Runs runs = new Runs(stack.port(Service.PIPELINE));
    Points points = Points.begin(stack.port(Service.REGISTRY));
    String run = runs.trigger();
    Thread writer = Thread.ofPlatform().start(points);
    Thread.sleep(500 + random.nextInt(5000));
    long over = strike(fault);
    Await.until(
        "every service to be ready after the " + fault + ", see " + stack.home(),
        PATIENCE,
        stack::isBack);
    long back = System.nanoTime();
    String end = runs.end(run, RUN_PATIENCE);
    writer.interrupt();
    writer.join();
    Duration gap = predictions.takeLongestGap();
    List<Predictions.Failure> failed =
        predictions.takeFailures().stream()
            .filter(failure -> !fault.stopsPredictions() || failure.nanos() > back)
            .toList();
    return new Outcome(
        Duration.ofNanos(back - over), gap, failed, points.accepted(), points.lost(), end);
  }

  /** Gives the moment when the fault itself was over. */
  private long strike(StackFault fault) throws IOException, InterruptedException {
    switch (fault.kind()) {
      case KILL -> stack.signal(stack.pid(fault.victim().orElseThrow()), "KILL");
      case RESTART -> stack.signal(stack.pid(fault.victim().orElseThrow()), "INT");
      case FREEZE -> freeze(stack.pid(fault.victim().orElseThrow()));
      case DISK_FULL -> fillTheDisk();
    }
    return System.nanoTime();
  }

  private void freeze(long pid) throws IOException, InterruptedException {
    stack.signal(pid, "STOP");
    Thread.sleep(FREEZE);
    stack.signal(pid, "CONT");
  }

  private void fillTheDisk() throws IOException, InterruptedException {
    Path ballast = SmallDisk.of(stack).resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      byte[] block = new byte[BLOCK_BYTES];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      Thread.sleep(FULL);
    } finally {
      Files.delete(ballast);
    }
  }
}
