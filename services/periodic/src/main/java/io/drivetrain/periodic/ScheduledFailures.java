package io.drivetrain.periodic;

import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs the failures of {@code @Scheduled} methods by their identity, once each. Quarkus would log
 * every one with its stack trace; an application switches that off:
 *
 * <pre>{@code
 * quarkus.log.category."io.quarkus.scheduler.common.runtime.StatusEmitterInvoker".level=OFF
 * }</pre>
 */
@Singleton
class ScheduledFailures {
  private final Map<String, Failures> tasks = new ConcurrentHashMap<>();

  void failed(@ObservesAsync FailedExecution failed) {
    of(failed.getExecution().getTrigger().getId()).happened(failed.getException());
  }

  void succeeded(@ObservesAsync SuccessfulExecution succeeded) {
    of(succeeded.getExecution().getTrigger().getId()).over();
  }

  private Failures of(String task) {
    return tasks.computeIfAbsent(task, Failures::new);
  }
}
