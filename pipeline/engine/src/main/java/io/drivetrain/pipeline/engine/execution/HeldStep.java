package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.engine.step.Progress;
import io.drivetrain.pipeline.engine.step.StepStoppedException;
import java.time.Duration;

/** A step while this process works on it: shared by its worker and the heart-beat. */
final class HeldStep implements Progress {
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
    /** It belongs to somebody else by now: whatever it still does is for nothing. */
    LEASE_LOST,
    /** A person wants it, or its time is over. */
    ASKED,
    /** The process ends; the step is given back. */
    SHUTDOWN
  }

  /** What the step told last. */
  record Told(String text, double fraction) {}

  HeldStep(Claim claim, Thread worker) {
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
      throw new StepStoppedException("step " + claim.step() + " is to stop: " + stop);
    }
    told = new Told(text.replace('\0', '?'), Math.clamp(fraction, 0.0, 1.0));
    wantsBeat = true;
  }

  /** Tells the step to stop; once more when it is lost because it did not. */
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

  /** Whether it goes on although it was told to stop a while ago, and was ended without it. */
  synchronized boolean isDeaf(Duration patience) {
    return isLost() && !left && System.nanoTime() - stoppedNanos >= patience.toNanos();
  }

  synchronized boolean isStopped() {
    return stop != Stop.NONE;
  }

  /** Its run has changed: whether it is still wanted is to be asked soon. */
  synchronized void wantBeat() {
    wantsBeat = true;
  }

  /** Null before the step told anything. */
  synchronized Told told() {
    return told;
  }

  /** What is lost needs none. */
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
