package io.drivetrain.registry.audit;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of the trail. What does not apply is absent.
 *
 * @param id grows with every entry
 * @param at when, to the millisecond
 * @param who the user, {@code anonymous} while there are no accounts, {@code registry} for what the
 *     server does by itself
 * @param client what the program of the user calls itself
 * @param version of the model
 * @param path of an artifact in the store
 * @param key of a tag or an alias
 */
public record AuditEntry(
    @Schema(examples = "42") long id,
    Instant at,
    String who,
    String client,
    Action action,
    String model,
    Integer version,
    String runId,
    String experimentId,
    String path,
    String key,
    String before,
    String after,
    String reason) {}
