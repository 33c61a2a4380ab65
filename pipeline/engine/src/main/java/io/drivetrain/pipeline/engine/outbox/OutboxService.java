package io.drivetrain.pipeline.engine.outbox;

import io.drivetrain.database.Database;
import io.drivetrain.outbox.Channel;
import io.drivetrain.outbox.Outbox;
import io.drivetrain.outbox.OutboxRules;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes messages of what happened, and sends them until they have arrived. */
@ApplicationScoped
public class OutboxService {
  private static final Logger LOG = Logger.getLogger(OutboxService.class);
  private static final int BATCH = 100;

  /** Longer than any channel takes for an attempt. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final OutboxEventRepository events;
  private final Outbox<OutboxEvent> outbox;

  OutboxService(
      OutboxEventRepository events,
      Database database,
      @All List<Channel<OutboxEvent>> channels,
      OutboxConfig config) {
    this.events = events;
    this.outbox = new Outbox<>(database, channels, rules(config));
  }

  private static OutboxRules rules(OutboxConfig config) {
    if (config.tries().isPresent()) {
      LOG.warn("drivetrain.outbox.tries is now drivetrain.outbox.attempts; set that instead");
    }
    return new OutboxRules(LEASE, config.maxAttempts(), config.backoff(), 2);
  }

  /**
   * Makes messages of all events and sends all that is due, one after the other: the lineage of a
   * run has an order.
   */
  @Scheduled(
      identity = "outbox",
      every = "${drivetrain.outbox.watch}",
      delayed = "${drivetrain.outbox.watch}",
      concurrentExecution = ConcurrentExecution.SKIP,
      executeWith = Scheduled.SIMPLE)
  public void empty() {
    while (QuarkusTransaction.requiringNew().call(this::store) == BATCH) {
      LOG.debugf("There are more than %d events", BATCH);
    }
    outbox.sendInOrder();
  }

  private int store() {
    List<OutboxEvent> taken = events.take(BATCH);
    taken.forEach(event -> outbox.store(event, event.runId().toString()));
    return taken.size();
  }

  @Scheduled(
      identity = "outbox-cleanup",
      every = "1h",
      delayed = "1h",
      concurrentExecution = ConcurrentExecution.SKIP,
      executeWith = Scheduled.SIMPLE)
  void cleanUp() {
    outbox.deleteGivenUp();
  }
}
