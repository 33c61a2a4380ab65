package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.engine.step.Progress;
import io.drivetrain.pipeline.engine.step.StepStoppedException;
import java.time.Duration;

/** A step that this process runs under a lease, shared by its worker and the heartbeat. */
final class LeasedStep implements Progress {
  private final Claim claim;
  private final Thread worker;
  private Told told;
  private boolean wantsBeat;
  private long lastBeatNanos = System.nanoTime();
  private Stop stop = Stop.NONE;
  private long stoppedNanos;
  private boolean left;

  /** Why the step is to stop. */
  enum Stop {
    NONE,
    /** It belongs to another worker: its result will be discarded. */
    LEASE_LOST,
    /** It was cancelled, or exceeded its timeout. */
    ASKED,
    /** The process shuts down; the step is returned to the queue. */
    SHUTDOWN
  }

  /** The last progress of the step. */
  record Told(String text, double fraction) {}

  LeasedStep(Claim claim, Thread worker) {
    this.claim = claim;
    this.worker = worker;
  }

  Thread worker() {
    return worker;
  }

  Claim claim() {
    return claim;
  }

  @Override
  public synchronized void report(String text, double fraction) {
    if (stop != Stop.NONE) {
      throw new StepStoppedException("step " + claim.step() + " must stop: " + stop);
    }
    told = new Told(text.replace('\0', '?'), Math.clamp(fraction, 0.0, 1.0));
    wantsBeat = true;
  }

  /** Interrupts the step, and once more when its lease is lost because it did not stop. */
  synchronized void stop(Stop why) {
    if (stop == Stop.LEASE_LOST || stop != Stop.NONE && why != Stop.LEASE_LOST) {
      return;
    }
    if (stop == Stop.NONE) {
      stoppedNanos = System.nanoTime();
    }
    stop = why;
    if (!left) {
      worker.interrupt();
    }
  }

  /** The worker has left the step's own code: from now on it must not be interrupted. */
  synchronized Stop leave() {
    left = true;
    Thread.interrupted();
    return stop;
  }

  synchronized boolean hasLeft() {
    return left;
  }

  synchronized boolean isLost() {
    return stop == Stop.LEASE_LOST;
  }

  /** Whether it is still running although it was told to stop and has lost its lease. */
  synchronized boolean isStuck(Duration patience) {
    return isLost() && !left && System.nanoTime() - stoppedNanos >= patience.toNanos();
  }

  synchronized boolean isStopped() {
    return stop != Stop.NONE;
  }

  /** Asks for an early heartbeat because its run has changed. */
  synchronized void wantBeat() {
    wantsBeat = true;
  }

  /** Null before the first progress. */
  synchronized Told told() {
    return told;
  }

  /** A step without a lease needs none. */
  synchronized boolean needsBeat(Duration interval) {
    return !isLost() && (wantsBeat || isSilentFor(interval));
  }

  synchronized void beaten(Told written, long atNanos) {
    lastBeatNanos = atNanos;
    wantsBeat = wantsBeat && written != told;
  }

  synchronized boolean isSilentFor(Duration time) {
    return System.nanoTime() - lastBeatNanos >= time.toNanos();
  }
}
