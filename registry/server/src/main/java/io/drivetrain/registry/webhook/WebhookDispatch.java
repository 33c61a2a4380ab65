package io.drivetrain.registry.webhook;

import io.drivetrain.registry.background.RepeatedTask;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.webhook.DeliveryRepository.Claimed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds, in any replica, away from the requests. A message is claimed for a
 * while before it is sent: a replica that dies leaves it to the next one, so it comes at least
 * once.
 */
@ApplicationScoped
public class WebhookDispatch {
  private static final Logger LOG = Logger.getLogger(WebhookDispatch.class);
  private static final int PAUSE_GROWS_BY = 4;

  private final WebhookConfig config;
  private final WebhookOutbox outbox;
  private final DeliveryRepository deliveries;
  private final WebhookSender sender;
  private final WebhookSecrets secrets;
  private final Clock clock;
  private final Semaphore free;
  private RepeatedTask task;

  WebhookDispatch(
      WebhookConfig config,
      WebhookOutbox outbox,
      DeliveryRepository deliveries,
      WebhookSender sender,
      WebhookSecrets secrets,
      Clock clock) {
    this.config = config;
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.sender = sender;
    this.secrets = secrets;
    this.clock = clock;
    this.free = new Semaphore(config.parallel());
  }

  void start(@Observes StartupEvent start, WebhookDispatch self) {
    task = RepeatedTask.start("The dispatch of webhooks", config.pollEvery(), self::turn);
  }

  void stop(@Observes ShutdownEvent stop) {
    task.close();
  }

  @ActivateRequestContext
  public void turn() {
    while (outbox.fill()) {
      // Until nothing is left.
    }
    int places = free.drainPermits();
    int taken = 0;
    try {
      for (var claimed : claim(places)) {
        taken++;
        Thread.ofVirtual().name("webhook " + claimed.webhookId()).start(() -> sendAndFree(claimed));
      }
    } finally {
      free.release(places - taken);
    }
  }

  private Iterable<Claimed> claim(int places) {
    var lease = config.timeout().multipliedBy(2);
    return QuarkusTransaction.requiringNew()
        .call(() -> deliveries.claim(clock.instant(), lease, places));
  }

  private void sendAndFree(Claimed message) {
    try {
      settle(message, send(message));
    } catch (RuntimeException e) {
      LOG.errorf(e, "Message %s is sent again after its lease.", message.deliveryId());
    } finally {
      free.release();
    }
  }

  private WebhookAnswer send(Claimed message) {
    Optional<String> secret;
    try {
      secret = secrets.decrypt(message.webhookId(), message.secret());
    } catch (RegistryException e) {
      return new WebhookAnswer.Refused(e.getMessage());
    }
    return sender.send(message.url(), message.deliveryId(), message.body(), secret);
  }

  private void settle(Claimed message, WebhookAnswer answer) {
    boolean again = answer.isWorthAnotherTry() && message.attempts() < config.maxAttempts();
    if (!again && !answer.isDelivered()) {
      LOG.warnf(
          "Webhook %s: message %s is given up after %d attempts: %s",
          message.webhookId(), message.deliveryId(), message.attempts(), answer);
    }
    QuarkusTransaction.requiringNew()
        .run(() -> {
          if (again) {
            deliveries.postpone(message.id(), clock.instant().plus(pause(message.attempts())));
          } else {
            deliveries.delete(message.id());
          }
        });
  }

  private Duration pause(int attempts) {
    return config.firstPause().multipliedBy((long) Math.pow(PAUSE_GROWS_BY, attempts - 1.0));
  }
}
