package io.drivetrain.pipeline.definition;

import java.util.List;

/**
 * Who is told how a run ended. Addresses and secrets are the operator's: a definition only names a
 * target of the configuration (drivetrain.notification).
 *
 * @param target its name: {@code ops}
 * @param on of which outcomes; default failed and timed_out
 */
public record NotificationSpec(String target, List<Outcome> on) {
  public NotificationSpec {
    if (target == null || target.isBlank()) {
      throw new DefinitionException("a notification needs a target, such as ops", "target");
    }
    on = on == null ? List.of(Outcome.FAILED, Outcome.TIMED_OUT) : List.copyOf(on);
  }
}
