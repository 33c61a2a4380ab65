package io.drivetrain.registry.trace;

import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/**
 * What is known of a trace, on the wire of clients before MLflow 3.
 *
 * @param timestampMs when it began, in milliseconds since 1970
 * @param executionTimeMs null while it goes on
 * @param status {@code OK}, {@code ERROR}, {@code IN_PROGRESS} or {@code TRACE_STATUS_UNSPECIFIED}
 */
public record LegacyTrace(
    String requestId,
    String experimentId,
    long timestampMs,
    Long executionTimeMs,
    String status,
    List<Tag> requestMetadata,
    List<Tag> tags) {
  private static final String UNSPECIFIED = "TRACE_STATUS_UNSPECIFIED";

  static LegacyTrace of(TraceInfo info) {
    return new LegacyTrace(
        info.traceId(),
        info.traceLocation().mlflowExperiment().experimentId(),
        TraceTime.millis(info.requestTime()),
        TraceTime.durationMillis(info.executionDuration()),
        info.state() == TraceState.STATE_UNSPECIFIED ? UNSPECIFIED : info.state().name(),
        Tag.listOf(info.traceMetadata()),
        Tag.listOf(info.tags()));
  }
}
