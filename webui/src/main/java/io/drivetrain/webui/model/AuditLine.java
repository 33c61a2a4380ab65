package io.drivetrain.webui.model;

import io.drivetrain.registry.client.audit.AuditEntry;
import java.time.Instant;

/**
 * Something that was done to a model. Texts that do not apply are empty.
 *
 * @param action the name of one of the registry's actions, {@code OTHER} for an unknown one
 * @param version empty when it is about the model itself
 * @param key of a tag or an alias
 * @param before stages as MLflow spells them, aliases as {@code alias=version}
 */
public record AuditLine(
    Instant at,
    String who,
    String action,
    String version,
    String key,
    String before,
    String after,
    String reason) {

  static AuditLine of(AuditEntry entry) {
    return new AuditLine(
        entry.at(),
        entry.who(),
        entry.action().name(),
        entry.version(),
        entry.key(),
        entry.before(),
        entry.after(),
        entry.reason());
  }
}
