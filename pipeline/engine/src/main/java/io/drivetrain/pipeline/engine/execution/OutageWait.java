package io.drivetrain.pipeline.engine.execution;

import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.event.RunEvents;
import io.drivetrain.pipeline.engine.log.AttemptLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Lets a step wait for a service that is away. It keeps its worker, its lease and its attempt; its
 * timeout goes on, and it can be cancelled.
 */
@ApplicationScoped
class OutageWait {
  private static final Logger LOG = Logger.getLogger(OutageWait.class);

  private final Outages outages;
  private final ExecutionRepository steps;
  private final RunEvents events;
  private final ExecutionConfig config;

  OutageWait(Outages outages, ExecutionRepository steps, RunEvents events, ExecutionConfig config) {
    this.outages = outages;
    this.steps = steps;
    this.events = events;
    this.config = config;
  }

  /** The waiting of one attempt. */
  final class Waiting {
    private final LeasedStep leased;
    private final AttemptLog log;
    private final long beginNanos = System.nanoTime();
    private final Set<String> told = new HashSet<>();
    private boolean noted;

    private Waiting(LeasedStep leased, AttemptLog log) {
      this.leased = leased;
      this.log = log;
    }

    /**
     * Waits a while where the error is an outage.
     *
     * @return whether the step is to be run again; not when it was told to stop, or has waited for
     *     too long
     */
    boolean mayGoOn(Throwable error) {
      Optional<String> outage = outages.cause(error);
      if (outage.isEmpty() || leased.isStopped() || waited().compareTo(config.outage()) >= 0) {
        return false;
      }
      note(outage.get());
      try {
        Thread.sleep(config.outagePoll());
        return !leased.isStopped();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /** The step does something: it no longer waits, as far as can be seen. */
    void goesOn() {
      if (noted) {
        noted = false;
        store(leased.claim(), null, false);
      }
    }

    private void note(String outage) {
      boolean isNews = told.add(outage);
      if (isNews) {
        log.warn("Waiting until a service answers; no attempt is counted. " + outage);
      }
      if (!noted || isNews) {
        noted = true;
        store(leased.claim(), outage, isNews);
      }
    }

    private Duration waited() {
      return Duration.ofNanos(System.nanoTime() - beginNanos);
    }
  }

  Waiting of(LeasedStep leased, AttemptLog log) {
    return new Waiting(leased, log);
  }

  /** The database may be the service that is away: then the log alone says so. */
  private void store(Claim claim, String outage, boolean isNews) {
    StepReason reason = outage == null ? null : StepReason.OUTAGE;
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> {
            if (steps.noteOutage(claim, reason, outage) && isNews) {
              events.stepBecame(
                  claim.runId(), claim.step(), StepState.RUNNING, claim.attempt(), reason, outage);
            }
          });
    } catch (RuntimeException away) {
      if (outages.cause(away).isEmpty()) {
        throw away;
      }
      LOG.debugf(away, "The outage at step %s of run %s is not noted", claim.step(), claim.runId());
    }
  }
}
