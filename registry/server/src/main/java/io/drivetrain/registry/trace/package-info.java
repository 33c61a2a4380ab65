/**
 * Traces of applications of language models: what is known of each, the spans that OpenTelemetry's
 * exporters send, and a retention of their own.
 */
package io.drivetrain.registry.trace;
