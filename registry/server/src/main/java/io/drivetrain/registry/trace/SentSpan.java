package io.drivetrain.registry.trace;

/**
 * A span as it is stored.
 *
 * @param startedAtNanos since 1970, unsigned
 * @param json OpenTelemetry's JSON, with the names of its protocol buffers
 */
record SentSpan(String spanId, String startedAtNanos, String json) {}
