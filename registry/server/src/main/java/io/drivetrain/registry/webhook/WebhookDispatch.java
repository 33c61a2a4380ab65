package io.drivetrain.registry.webhook;

import io.drivetrain.outbox.OutboxMessage;
import io.drivetrain.registry.event.ChangesFound;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Sends what the outbox holds, in any replica, away from the requests. */
@ApplicationScoped
public class WebhookDispatch {
  private static final Logger LOG = Logger.getLogger(WebhookDispatch.class);

  private final WebhookOutbox outbox;
  private final Semaphore free;

  WebhookDispatch(WebhookConfig config, WebhookOutbox outbox) {
    this.outbox = outbox;
    this.free = new Semaphore(config.parallel());
  }

  /** At once when something has changed; what the database refuses is left to the next turn. */
  void onChanges(@ObservesAsync ChangesFound changes) {
    try {
      turn();
    } catch (RuntimeException e) {
      LOG.debugf(e, "Webhooks are sent at the next turn");
    }
  }

  @Scheduled(
      identity = "webhook-dispatch",
      every = "${drivetrain.webhook.poll-every}",
      delayed = "${drivetrain.webhook.poll-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void turn() {
    while (outbox.fill()) {
      // Until nothing is left.
    }
    int places = free.drainPermits();
    int taken = 0;
    try {
      for (var message : outbox.claim(places)) {
        taken++;
        Thread.ofVirtual().name("webhook " + message.target()).start(() -> sendAndFree(message));
      }
    } finally {
      free.release(places - taken);
    }
  }

  private void sendAndFree(OutboxMessage message) {
    try {
      outbox.send(message);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Message %s is sent again after its lease.", message.key());
    } finally {
      free.release();
    }
  }

  @Scheduled(
      identity = "webhook-cleanup",
      every = "1h",
      delayed = "1h",
      concurrentExecution = ConcurrentExecution.SKIP)
  void cleanUp() {
    outbox.deleteGivenUp();
  }
}
