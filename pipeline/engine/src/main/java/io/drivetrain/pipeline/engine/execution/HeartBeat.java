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
 * Says to the database that the steps of this process are alive, and what they told. On its own
 * thread and connection, so that neither a busy step nor an exhausted pool costs a lease.
 */
@ApplicationScoped
class HeartBeat {
  private static final Logger LOG = Logger.getLogger(HeartBeat.class);

  private final Database database;
  private final ExecutionConfig config;
  private final Presence presence;
  private final Set<HeldStep> held = ConcurrentHashMap.newKeySet();

  HeartBeat(
      @DataSource("heartbeat") AgroalDataSource source,
      ExecutionConfig config,
      RunSignals signals) {
    this.database = new Database(source);
    this.config = config;
    this.presence = new Presence(database, config);
    signals.onChange(this::askFor);
  }

  /** A run that was cancelled is told so by the next beat, which need not be waited for. */
  private void askFor(UUID runId) {
    held.stream().filter(step -> step.claim().runId().equals(runId)).forEach(HeldStep::wantBeat);
  }

  void add(HeldStep step) {
    held.add(step);
  }

  void remove(HeldStep step) {
    held.remove(step);
  }

  Set<HeldStep> held() {
    return Set.copyOf(held);
  }

  /** Runs until it is interrupted. */
  void run() {
    try {
      while (true) {
        Thread.sleep(config.progress());
        held.stream().filter(step -> step.needsBeat(config.heartBeat())).forEach(this::beatCalmly);
        tellPresence();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellPresence() {
    try {
      presence.tell();
    } catch (RuntimeException unreachable) {
      LOG.debugf("This replica is not seen now: %s", unreachable.getMessage());
    }
  }

  /** From now on nobody counts on this process. */
  void leave() {
    try {
      presence.leave();
    } catch (RuntimeException unreachable) {
      LOG.debugf("This replica is seen until its time is over: %s", unreachable.getMessage());
    }
  }

  /** Whatever goes wrong with one beat, the next ones follow: a silent thread loses every lease. */
  private void beatCalmly(HeldStep step) {
    try {
      beat(step);
    } catch (RuntimeException unexpected) {
      LOG.errorf(
          unexpected,
          "No heart-beat for step %s of run %s",
          step.claim().step(),
          step.claim().runId());
      stopWhenSilent(step);
    }
  }

  void beat(HeldStep step) {
    long now = System.nanoTime();
    HeldStep.Told told = step.told();
    try {
      Optional<StepState> state = write(step.claim(), told);
      if (state.isEmpty()) {
        if (!step.hasLeft()) { // else it has just been settled
          LOG.warnf("Step %s of run %s was taken over", step.claim().step(), step.claim().runId());
        }
        step.stop(HeldStep.Stop.LEASE_LOST);
        return;
      }
      step.beaten(told, now);
      if (state.orElseThrow() == StepState.CANCELLING) {
        step.stop(HeldStep.Stop.ASKED);
      }
    } catch (DatabaseException unreachable) {
      stopWhenSilent(step);
    }
  }

  private void stopWhenSilent(HeldStep step) {
    if (!step.isStopped() && step.isSilentFor(safeSilence())) {
      LOG.warnf(
          "Step %s of run %s stops: no heart-beat reached the database for %s",
          step.claim().step(), step.claim().runId(), safeSilence());
      step.stop(HeldStep.Stop.LEASE_LOST);
    }
  }

  /** Shorter than the lease: this process must let go before another one takes. */
  private Duration safeSilence() {
    return config.lease().multipliedBy(5).dividedBy(6);
  }

  /** Returns the state of the step; empty when it is somebody else's by now. */
  private Optional<StepState> write(Claim claim, HeldStep.Told told) {
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
