package io.drivetrain.pipeline.api.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's decision.
 *
 * @param by who decided; empty when nobody said
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ApprovalResult(
    boolean approved, Optional<String> by, String reason, Instant decidedAt) {}
