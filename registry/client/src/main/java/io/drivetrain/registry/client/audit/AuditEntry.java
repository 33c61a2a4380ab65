package io.drivetrain.registry.client.audit;

import java.time.Instant;

/**
 * One line of the trail. Texts that do not apply are empty.
 *
 * @param id grows with every entry
 * @param who the user, {@code anonymous} while there are no accounts, {@code registry} for what the
 *     server does by itself
 * @param version a decimal number, empty when the entry is about the model itself
 * @param key of a tag or an alias
 */
public record AuditEntry(
    long id,
    Instant at,
    String who,
    AuditAction action,
    String model,
    String version,
    String key,
    String before,
    String after,
    String reason) {}
