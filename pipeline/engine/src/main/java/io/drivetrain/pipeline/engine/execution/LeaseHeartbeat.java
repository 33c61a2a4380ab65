package io.drivetrain.pipeline.engine.execution;

import io.agroal.api.AgroalDataSource;
import io.drivetrain.database.Database;
import io.drivetrain.database.DatabaseException;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.run.RunSignals;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Renews the leases of this process's steps and writes their progress. Uses its own thread and
 * connection, so that neither a busy step nor an exhausted pool costs a lease.
 */
@ApplicationScoped
class LeaseHeartbeat {
  private static final Logger LOG = Logger.getLogger(LeaseHeartbeat.class);

  private final Database database;
  private final ExecutionConfig config;
  private final ReplicaHeartbeat replica;
  private final Set<LeasedStep> leased = ConcurrentHashMap.newKeySet();

  LeaseHeartbeat(
      @DataSource("heartbeat") AgroalDataSource source,
      ExecutionConfig config,
      RunSignals signals) {
    this.database = new Database(source);
    this.config = config;
    this.replica = new ReplicaHeartbeat(database, config);
    signals.onChange(this::askFor);
  }

  /** The next heartbeat notices a cancellation, so it is sent early. */
  private void askFor(UUID runId) {
    leased.stream()
        .filter(step -> step.claim().runId().equals(runId))
        .forEach(LeasedStep::wantBeat);
  }

  void add(LeasedStep step) {
    leased.add(step);
  }

  void remove(LeasedStep step) {
    leased.remove(step);
  }

  Set<LeasedStep> leased() {
    return Set.copyOf(leased);
  }

  /** Runs until it is interrupted. */
  void run() {
    try {
      while (true) {
        Thread.sleep(config.progress());
        leased.stream()
            .filter(step -> step.needsBeat(config.heartBeat()))
            .forEach(this::beatCalmly);
        tellPresence();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellPresence() {
    try {
      replica.tell();
    } catch (RuntimeException unreachable) {
      LOG.debugf("This replica could not be registered: %s", unreachable.getMessage());
    }
  }

  /** Removes this process from the list of replicas. */
  void leave() {
    try {
      replica.leave();
    } catch (RuntimeException unreachable) {
      LOG.debugf(
          "This replica could not be unregistered and stays listed until its lease expires: %s",
          unreachable.getMessage());
    }
  }

  /** An error must not end the thread, which would lose every lease. */
  private void beatCalmly(LeasedStep step) {
    try {
      beat(step);
    } catch (RuntimeException unexpected) {
      LOG.errorf(
          unexpected,
          "The heartbeat of step %s of run %s failed",
          step.claim().step(),
          step.claim().runId());
      stopWhenSilent(step);
    }
  }

  void beat(LeasedStep step) {
    long now = System.nanoTime();
    LeasedStep.Told told = step.told();
    try {
      Optional<StepState> state = write(step.claim(), told);
      if (state.isEmpty()) {
        if (!step.hasLeft()) { // else its result was just committed
          LOG.warnf(
              "Step %s of run %s was taken over by another worker",
              step.claim().step(), step.claim().runId());
        }
        step.stop(LeasedStep.Stop.LEASE_LOST);
        return;
      }
      step.beaten(told, now);
      if (state.orElseThrow() == StepState.CANCELLING) {
        step.stop(LeasedStep.Stop.ASKED);
      }
    } catch (DatabaseException unreachable) {
      stopWhenSilent(step);
    }
  }

  private void stopWhenSilent(LeasedStep step) {
    if (!step.isStopped() && step.isSilentFor(safeSilence())) {
      LOG.warnf(
          "Stopping step %s of run %s: no heartbeat reached the database for %s",
          step.claim().step(), step.claim().runId(), safeSilence());
      step.stop(LeasedStep.Stop.LEASE_LOST);
    }
  }

  /** Shorter than the lease: this process must stop before another one claims the step. */
  private Duration safeSilence() {
    return config.lease().multipliedBy(5).dividedBy(6);
  }

  /** Returns the state of the step; empty when it belongs to another worker. */
  private Optional<StepState> write(Claim claim, LeasedStep.Told told) {
    return database.find(
        row -> row.constant(StepState.class, "state"),
        """
        update step_run set lease_until = clock_timestamp() + ? * interval '1 ms',
          progress = ?, fraction = ?
        where run_id = ? and step = ? and fence = ? and state in ('RUNNING', 'CANCELLING')
        returning state
        """,
        config.lease(),
        told == null ? null : told.text(),
        told == null ? null : told.fraction(),
        claim.runId(),
        claim.step(),
        claim.fence());
  }
}
