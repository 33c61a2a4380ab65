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

/** Claims steps one after the other, runs them and commits their results. */
@ApplicationScoped
class Worker {
  private static final Logger LOG = Logger.getLogger(Worker.class);

  private final ExecutionRepository steps;
  private final StepRunner runner;
  private final AttemptCommitter committer;
  private final LeaseHeartbeat heartbeat;
  private final RunSignals signals;
  private final AttemptLogs logs;
  private final StepMeters meters;
  private final ExecutionConfig config;
  private final String owner = Replica.current().owner();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicBoolean cutOff = new AtomicBoolean();

  Worker(
      ExecutionRepository steps,
      StepRunner runner,
      AttemptCommitter committer,
      LeaseHeartbeat heartbeat,
      RunSignals signals,
      AttemptLogs logs,
      StepMeters meters,
      ExecutionConfig config) {
    this.steps = steps;
    this.runner = runner;
    this.committer = committer;
    this.heartbeat = heartbeat;
    this.signals = signals;
    this.logs = logs;
    this.meters = meters;
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
          signals.workReady(); // there may be another step for another worker
          workCalmly(claim.orElseThrow());
        } else {
          signals.awaitWork(jittered(config.poll()));
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps replicas from polling in step after an outage. */
  private static Duration jittered(Duration poll) {
    return poll.plusMillis(ThreadLocalRandom.current().nextLong(1 + poll.toMillis() / 4));
  }

  /** Claims no further steps and tells the running ones to stop. */
  void stop() {
    stopping.set(true);
    heartbeat.leased().forEach(step -> step.stop(LeasedStep.Stop.SHUTDOWN));
  }

  /** Gives back what did not stop in time. */
  void abandon() {
    heartbeat.leased().forEach(step -> committer.release(step.claim()));
  }

  /** Whether the last poll reached the database. */
  boolean canClaim() {
    return !cutOff.get();
  }

  private Optional<Claim> claim() {
    long begin = System.nanoTime();
    try {
      Optional<Claim> claim =
          QuarkusTransaction.requiringNew().call(() -> steps.claim(owner, config.lease()));
      claim.ifPresent(taken -> meters.claimed(Duration.ofNanos(System.nanoTime() - begin)));
      cutOff.set(false);
      return claim;
    } catch (RuntimeException unreachable) {
      if (!stopping.get() && !cutOff.getAndSet(true)) {
        LOG.errorf(
            "No step can be claimed; retrying until the database answers: %s",
            unreachable.getMessage());
      }
      return Optional.empty();
    }
  }

  /** If a step cannot be completed, its lease expires; the worker continues. */
  private void workCalmly(Claim claim) throws InterruptedException {
    try {
      work(claim);
    } catch (RuntimeException error) {
      LOG.errorf(
          error,
          "Step %s of run %s could not be completed; it will be reclaimed when its lease expires",
          claim.step(),
          claim.runId());
    }
  }

  private void work(Claim claim) throws InterruptedException {
    LeasedStep leased = new LeasedStep(claim, Thread.currentThread());
    heartbeat.add(leased);
    try (AttemptLog log = logs.open(claim.runId(), claim.step(), claim.fence())) {
      committer.begin(claim);
      log.info(
          "Step %s started, attempt %d of %d."
              .formatted(claim.step(), claim.attempt(), claim.maxAttempts()));
      AttemptResult result = runner.run(leased, log);
      LeasedStep.Stop stop = leased.leave();
      if (stop == LeasedStep.Stop.LEASE_LOST) {
        log.warn("This attempt has lost its lease: its result is discarded.");
        discard(claim);
      } else if (stop == LeasedStep.Stop.SHUTDOWN && !(result instanceof AttemptResult.Completed)) {
        log.warn("The process is shutting down: the step is returned to the queue.");
        committer.release(claim);
      } else {
        logResult(log, result, stop);
        commit(leased, result, log);
      }
    } finally {
      heartbeat.remove(leased);
    }
  }

  /** Logs the result; a step that was told to stop ends as stopped whatever its result. */
  private static void logResult(AttemptLog log, AttemptResult result, LeasedStep.Stop stop) {
    if (stop == LeasedStep.Stop.ASKED) {
      log.warn("The step was stopped.");
      return;
    }
    switch (result) {
      case AttemptResult.Completed completed when completed.state() == StepState.REJECTED ->
          log.warn("The step was rejected. " + completed.text().orElse(""));
      case AttemptResult.Completed _ -> log.info("The step succeeded.");
      case AttemptResult.Failed failed -> log.error("The step failed. " + failed.message());
      case AttemptResult.Retried retried ->
          log.error("The step failed and will be retried. " + retried.message());
    }
  }

  /** Retries while the lease is held: a restart of the database must not lose a result. */
  private void commit(LeasedStep leased, AttemptResult result, AttemptLog log)
      throws InterruptedException {
    while (!isCommitted(leased, result, log)) {
      if (leased.isStopped()) {
        LOG.errorf(
            "The result of step %s of run %s was not committed; the step will be reclaimed",
            leased.claim().step(), leased.claim().runId());
        return;
      }
      Thread.sleep(config.poll());
    }
  }

  private boolean isCommitted(LeasedStep leased, AttemptResult result, AttemptLog log) {
    Claim claim = leased.claim();
    try {
      commitOnce(claim, result);
      return true;
    } catch (RuntimeException error) {
      if (error instanceof DatabaseException refused && !refused.isUnreachable()) {
        AttemptResult instead = runner.unstorable(leased, refused);
        logResult(log, instead, LeasedStep.Stop.NONE);
        commitOnce(claim, instead);
        return true;
      }
      LOG.warnf(
          "The result of step %s of run %s cannot be committed yet: %s",
          claim.step(), claim.runId(), error.getMessage());
      return false;
    }
  }

  private void commitOnce(Claim claim, AttemptResult result) {
    if (!committer.commit(claim, result)) {
      discard(claim);
    }
  }

  private void discard(Claim claim) {
    meters.leaseLost();
    LOG.warnf(
        "Step %s of run %s was taken over by another worker: its result is discarded",
        claim.step(), claim.runId());
  }
}
