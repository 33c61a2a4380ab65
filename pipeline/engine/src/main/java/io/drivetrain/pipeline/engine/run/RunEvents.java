package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunEvent;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.UUID;

/**
 * Writes down what happens to runs, in the transaction of the caller. When it is committed,
 * everybody who waits is woken: workers, requests and streams, here and in other processes.
 */
@ApplicationScoped
public class RunEvents {
  private final RunEventRepository events;
  private final RunSignals signals;
  private final RunMetrics metrics;
  private final TransactionSynchronizationRegistry transaction;

  RunEvents(
      RunEventRepository events,
      RunSignals signals,
      RunMetrics metrics,
      TransactionSynchronizationRegistry transaction) {
    this.events = events;
    this.signals = signals;
    this.metrics = metrics;
    this.transaction = transaction;
  }

  /** A run is in a new state. */
  void runBecame(UUID runId, String pipeline, RunState state, StepReason reason, String message) {
    events.append(runId, null, state, null, reason, message);
    whenCommitted(() -> {
      signals.changed(runId);
      if (state.isTerminal()) {
        metrics.runEnded(pipeline, state);
      }
    });
  }

  /**
   * A step is in a new state.
   *
   * @param attempt null before the first try
   * @param reason null when there is nothing to say, as is the message
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

  /** At most a number of events that came after one; the first has the number 1. */
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
