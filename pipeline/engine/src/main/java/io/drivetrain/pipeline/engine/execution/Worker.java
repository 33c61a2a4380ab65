package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.database.DatabaseException;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.log.AttemptLog;
import io.drivetrain.pipeline.engine.log.AttemptLogs;
import io.drivetrain.pipeline.engine.run.RunSignals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
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
  private final AttemptLogs logs;
  private final StepMetrics metrics;
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
      AttemptLogs logs,
      StepMetrics metrics,
      ExecutionConfig config) {
    this.steps = steps;
    this.runner = runner;
    this.settlement = settlement;
    this.heartBeat = heartBeat;
    this.signals = signals;
    this.logs = logs;
    this.metrics = metrics;
    this.config = config;
  }

  /**
   * Runs until the process ends. May run on several threads.
   *
   * @param isWanted whether this thread is to take another step
   */
  void run(BooleanSupplier isWanted) {
    try {
      while (!stopping.get() && isWanted.getAsBoolean()) {
        Optional<Claim> claim = claim();
        if (claim.isPresent()) {
          signals.workReady(); // where one step was, there may be another for a further worker
          workCalmly(claim.orElseThrow());
        } else {
          signals.awaitWork(jittered(config.poll()));
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Replicas that were cut off together do not come back all at once. */
  private static Duration jittered(Duration poll) {
    return poll.plusMillis(ThreadLocalRandom.current().nextLong(1 + poll.toMillis() / 4));
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
    long begin = System.nanoTime();
    try {
      Optional<Claim> claim =
          QuarkusTransaction.requiringNew().call(() -> steps.claim(owner, config.lease()));
      claim.ifPresent(taken -> metrics.claimed(Duration.ofNanos(System.nanoTime() - begin)));
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

  /** A step that cannot be ended is left to its lease: the worker goes on. */
  private void workCalmly(Claim claim) throws InterruptedException {
    try {
      work(claim);
    } catch (RuntimeException error) {
      LOG.errorf(error, "Step %s of run %s is left to its lease", claim.step(), claim.runId());
    }
  }

  private void work(Claim claim) throws InterruptedException {
    HeldStep held = new HeldStep(claim, Thread.currentThread());
    heartBeat.add(held);
    try (AttemptLog log = logs.open(claim.runId(), claim.step(), claim.fence())) {
      settlement.begin(claim);
      log.info(
          "Step %s begins, try %d of %d."
              .formatted(claim.step(), claim.attempt(), claim.maxAttempts()));
      Ending ending = runner.run(held, log);
      HeldStep.Stop stop = held.leave();
      if (stop == HeldStep.Stop.LEASE_LOST) {
        log.warn("This try does not count any more: what it brings is dropped.");
        discard(claim);
      } else if (stop == HeldStep.Stop.SHUTDOWN && !(ending instanceof Ending.Done)) {
        log.warn("The process ends: the step is given back.");
        settlement.release(claim);
      } else {
        tell(log, ending, stop);
        settle(held, ending, log);
      }
    } finally {
      heartBeat.remove(held);
    }
  }

  /** How the try ends by its own account; what was told to stop is stopped whatever that says. */
  private static void tell(AttemptLog log, Ending ending, HeldStep.Stop stop) {
    if (stop == HeldStep.Stop.ASKED) {
      log.warn("The step was told to stop, and does.");
      return;
    }
    switch (ending) {
      case Ending.Done done when done.state() == StepState.REJECTED ->
          log.warn("The step says no. " + done.text().orElse(""));
      case Ending.Done _ -> log.info("The step succeeded.");
      case Ending.GivenUp up -> log.error("The step failed. " + up.message());
      case Ending.TriedAgain again ->
          log.error("The step failed and will be tried again. " + again.message());
    }
  }

  /** Tries for as long as the lease is ours: work must not be lost to a restart of the database. */
  private void settle(HeldStep held, Ending ending, AttemptLog log) throws InterruptedException {
    while (!isSettled(held, ending, log)) {
      if (held.isStopped()) {
        LOG.errorf(
            "Step %s of run %s is not settled; it will be taken back",
            held.claim().step(), held.claim().runId());
        return;
      }
      Thread.sleep(config.poll());
    }
  }

  private boolean isSettled(HeldStep held, Ending ending, AttemptLog log) {
    Claim claim = held.claim();
    try {
      settleOnce(claim, ending);
      return true;
    } catch (RuntimeException error) {
      if (error instanceof DatabaseException refused && !refused.isUnreachable()) {
        Ending instead = runner.unstorable(held, log, refused);
        tell(log, instead, HeldStep.Stop.NONE);
        settleOnce(claim, instead);
        return true;
      }
      LOG.warnf(
          "Step %s of run %s cannot be settled yet: %s",
          claim.step(), claim.runId(), error.getMessage());
      return false;
    }
  }

  private void settleOnce(Claim claim, Ending ending) {
    if (!settlement.settle(claim, ending)) {
      discard(claim);
    }
  }

  private void discard(Claim claim) {
    metrics.leaseLost();
    LOG.warnf(
        "Step %s of run %s was taken over meanwhile: its result is dropped",
        claim.step(), claim.runId());
  }
}
