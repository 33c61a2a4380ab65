package io.drivetrain.pipeline.execution;

import io.agroal.api.AgroalDataSource;
import io.drivetrain.pipeline.database.Database;
import io.drivetrain.pipeline.database.DatabaseException;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
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
  private final Set<HeldStep> held = ConcurrentHashMap.newKeySet();

  HeartBeat(@DataSource("heartbeat") AgroalDataSource source, ExecutionConfig config) {
    this.database = new Database(source);
    this.config = config;
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
        held.stream().filter(step -> step.needsBeat(config.heartBeat())).forEach(this::beat);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  void beat(HeldStep step) {
    long now = System.nanoTime();
    HeldStep.Told told = step.told();
    try {
      if (write(step.claim(), told)) {
        step.beaten(told, now);
        return;
      }
      LOG.warnf("Step %s of run %s was taken over", step.claim().step(), step.claim().runId());
      step.stop(HeldStep.Stop.LEASE_LOST);
    } catch (DatabaseException unreachable) {
      if (!step.isStopped() && step.isSilentFor(safeSilence())) {
        LOG.warnf(
            "Step %s of run %s stops: no heart-beat reached the database for %s",
            step.claim().step(), step.claim().runId(), safeSilence());
        step.stop(HeldStep.Stop.LEASE_LOST);
      }
    }
  }

  /** Shorter than the lease: this process must let go before another one takes. */
  private Duration safeSilence() {
    return config.lease().multipliedBy(5).dividedBy(6);
  }

  private boolean write(Claim claim, HeldStep.Told told) {
    return 1
        == database.update(
            """
            update step_run set lease_until = clock_timestamp() + ? * interval '1 ms',
              progress = ?, fraction = ?
            where run_id = ? and step = ? and fence = ? and state in ('RUNNING', 'CANCELLING')
            """,
            config.lease(),
            told == null ? null : told.text(),
            told == null ? null : told.fraction(),
            claim.runId(),
            claim.step(),
            claim.fence());
  }
}
