package io.drivetrain.pipeline.engine.definition;

import java.util.List;

/**
 * Who is notified how a run ended, or that it waits for an approval. Addresses and secrets are the
 * operator's: a definition only names a target of the configuration (drivetrain.notification).
 *
 * @param target its name: {@code ops}
 * @param on when; default failed and timed_out
 */
public record NotificationSpec(String target, List<NotifyOn> on) {
  public NotificationSpec {
    if (target == null || target.isBlank()) {
      throw new DefinitionException("a notification needs a target, such as ops", "target");
    }
    on = on == null ? List.of(NotifyOn.FAILED, NotifyOn.TIMED_OUT) : List.copyOf(on);
  }
}
