package io.drivetrain.pipeline.engine.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.drivetrain.outbox.Channel;
import io.drivetrain.outbox.OutboxMessage;
import io.drivetrain.pipeline.engine.outbox.OutboxEvent;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Sends notices as plain text. */
@ApplicationScoped
class MailChannel implements Channel<OutboxEvent> {
  private final Notices notices;
  private final NotificationConfig config;
  private final Mailer mailer;

  MailChannel(Notices notices, NotificationConfig config, Mailer mailer) {
    this.notices = notices;
    this.config = config;
    this.mailer = mailer;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Map<String, String> messages(OutboxEvent event) {
    return notices.of(event, config.mail().keySet());
  }

  @Override
  public void send(OutboxMessage message) throws JsonProcessingException {
    NotificationConfig.Mail readers = config.mail().get(message.target());
    if (readers == null) {
      throw new IllegalStateException("the target is not configured any more");
    }
    RunNotice notice = notices.read(message.payload());
    mailer.send(
        new Mail()
            .setTo(List.copyOf(readers.to()))
            .setSubject("%s: %s".formatted(notice.pipeline(), notice.state()))
            .setText(text(notice)));
  }

  private static String text(RunNotice notice) {
    return """
    Run %s of %s %s.
    %s

    Started: %s
    Ended: %s
    """
        .formatted(
            notice.runId(),
            notice.pipeline(),
            notice.state().isTerminal() ? "ended as " + notice.state() : "is waiting for approval",
            notice.message().orElse(""),
            notice.startedAt().map(Object::toString).orElse("not yet"),
            notice.endedAt().map(Object::toString).orElse("not yet"));
  }
}
