package io.drivetrain.pipeline.execution;

import io.drivetrain.pipeline.run.RunSignals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Takes one step after the other, works on it, and writes down how it ended. */
@ApplicationScoped
class Worker {
  private static final Logger LOG = Logger.getLogger(Worker.class);

  private final ExecutionRepository steps;
  private final StepRunner runner;
  private final Settlement settlement;
  private final HeartBeat heartBeat;
  private final RunSignals signals;
  private final RunMetrics metrics;
  private final ExecutionConfig config;
  private final String owner = Replica.current().owner();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicBoolean cutOff = new AtomicBoolean();

  Worker(
      ExecutionRepository steps,
      StepRunner runner,
      Settlement settlement,
      HeartBeat heartBeat,
      RunSignals signals,
      RunMetrics metrics,
      ExecutionConfig config) {
    this.steps = steps;
    this.runner = runner;
    this.settlement = settlement;
    this.heartBeat = heartBeat;
    this.signals = signals;
    this.metrics = metrics;
    this.config = config;
  }

  /** Runs until the process ends. May run on several threads. */
  void run() {
    try {
      while (!stopping.get()) {
        Optional<Claim> claim = claim();
        if (claim.isPresent()) {
          work(claim.orElseThrow());
        } else {
          signals.awaitWork(config.poll());
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no further step, and tells the running ones to stop. */
  void stop() {
    stopping.set(true);
    heartBeat.held().forEach(step -> step.stop(HeldStep.Stop.SHUTDOWN));
  }

  /** Gives back what did not stop in time. */
  void abandon() {
    heartBeat.held().forEach(step -> settlement.release(step.claim()));
  }

  /** Whether the last look for a step reached the database. */
  boolean canClaim() {
    return !cutOff.get();
  }

  private Optional<Claim> claim() {
    try {
      Optional<Claim> claim =
          QuarkusTransaction.requiringNew().call(() -> steps.claim(owner, config.lease()));
      cutOff.set(false);
      return claim;
    } catch (RuntimeException unreachable) {
      if (!stopping.get() && !cutOff.getAndSet(true)) {
        LOG.errorf(
            "No step can be claimed; trying again until it works: %s", unreachable.getMessage());
      }
      return Optional.empty();
    }
  }

  private void work(Claim claim) throws InterruptedException {
    HeldStep held = new HeldStep(claim, Thread.currentThread());
    long startNanos = System.nanoTime();
    heartBeat.add(held);
    try {
      Ending ending = runner.run(held);
      HeldStep.Stop stop = held.leave();
      if (stop == HeldStep.Stop.LEASE_LOST) {
        discard(claim);
      } else if (stop == HeldStep.Stop.SHUTDOWN && !(ending instanceof Ending.Done)) {
        settlement.release(claim);
      } else {
        settle(held, ending, Duration.ofNanos(System.nanoTime() - startNanos));
      }
    } finally {
      heartBeat.remove(held);
    }
  }

  /** Tries for as long as the lease is ours: work must not be lost to a restart of the database. */
  private void settle(HeldStep held, Ending ending, Duration time) throws InterruptedException {
    Claim claim = held.claim();
    while (true) {
      try {
        if (settlement.settle(claim, ending)) {
          metrics.stepTried(claim.step(), ending.outcome(), time);
        } else {
          discard(claim);
        }
        return;
      } catch (RuntimeException unreachable) {
        if (held.isStopped()) {
          LOG.errorf(
              "Step %s of run %s is not settled; it will be taken back",
              claim.step(), claim.runId());
          return;
        }
        LOG.warnf(
            "Step %s of run %s cannot be settled yet: %s",
            claim.step(), claim.runId(), unreachable.getMessage());
        Thread.sleep(config.poll());
      }
    }
  }

  private void discard(Claim claim) {
    metrics.leaseLost();
    LOG.warnf(
        "Step %s of run %s was taken over meanwhile: its result is dropped",
        claim.step(), claim.runId());
  }
}
