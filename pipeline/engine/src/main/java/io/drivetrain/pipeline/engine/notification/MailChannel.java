package io.drivetrain.pipeline.engine.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.drivetrain.pipeline.engine.outbox.Channel;
import io.drivetrain.pipeline.engine.outbox.Happening;
import io.drivetrain.pipeline.engine.outbox.Letter;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Sends notices as plain text. */
@ApplicationScoped
class MailChannel implements Channel {
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
  public Map<String, String> letters(Happening happening) {
    return notices.of(happening, config.mail().keySet());
  }

  @Override
  public void send(Letter letter) throws JsonProcessingException {
    NotificationConfig.Mail readers = config.mail().get(letter.target());
    if (readers == null) {
      throw new IllegalStateException("the target is not configured any more");
    }
    RunNotice notice = notices.read(letter.payload());
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

    Started %s, ended %s.
    """
        .formatted(
            notice.runId(),
            notice.pipeline(),
            notice.state().isTerminal() ? "ended as " + notice.state() : "waits for a person",
            notice.message().orElse(""),
            notice.startedAt().map(Object::toString).orElse("never"),
            notice.endedAt().map(Object::toString).orElse("not"));
  }
}
