package io.drivetrain.pipeline.engine.event;

import io.drivetrain.pipeline.api.run.RunEvent;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.run.RunMeters;
import io.drivetrain.pipeline.engine.run.RunSignals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.UUID;

/**
 * Records the events of runs in the transaction of the caller. Its commit wakes all waiting
 * workers, requests and streams, in this and in other processes.
 */
@ApplicationScoped
public class RunEvents {
  private final RunEventRepository events;
  private final RunSignals signals;
  private final RunMeters meters;
  private final TransactionSynchronizationRegistry transaction;

  RunEvents(
      RunEventRepository events,
      RunSignals signals,
      RunMeters meters,
      TransactionSynchronizationRegistry transaction) {
    this.events = events;
    this.signals = signals;
    this.meters = meters;
    this.transaction = transaction;
  }

  /** A run is in a new state. */
  public void runBecame(
      UUID runId, String pipeline, RunState state, StepReason reason, String message) {
    events.append(runId, null, state, null, reason, message);
    whenCommitted(() -> {
      signals.changed(runId);
      if (state.isTerminal()) {
        meters.runEnded(pipeline, state);
      }
    });
  }

  /**
   * A step is in a new state.
   *
   * @param attempt null before the first attempt
   * @param reason null where the state explains itself, as is the message
   */
  public void stepBecame(
      UUID runId,
      String step,
      StepState state,
      Integer attempt,
      StepReason reason,
      String message) {
    events.append(runId, step, state, attempt, reason, message);
    whenCommitted(() -> signals.changed(runId));
  }

  /** The events after a sequence number, at most {@code limit}; the first event has number 1. */
  List<RunEvent> after(UUID runId, int seq, int limit) {
    return events.after(runId, seq, limit);
  }

  private void whenCommitted(Runnable tell) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              tell.run();
            }
          }
        });
  }
}
