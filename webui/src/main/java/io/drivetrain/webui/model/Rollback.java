package io.drivetrain.webui.model;

import java.util.Optional;

/**
 * The way back to the version that was in production before.
 *
 * @param from in production now; empty for none
 * @param to in production before it
 * @param stage where {@code to} is now
 */
public record Rollback(String model, Optional<String> from, String to, VersionStage stage) {}
