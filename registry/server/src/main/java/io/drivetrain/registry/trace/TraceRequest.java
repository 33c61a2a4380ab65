package io.drivetrain.registry.trace;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.MlflowRequest;
import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/** The JSON bodies about traces. */
public sealed interface TraceRequest extends MlflowRequest {

  /** {@code {"trace": {"trace_info": {...}}}}, also what is answered. */
  record StartTrace(Envelope trace) implements TraceRequest {
    public StartTrace {
      Fields.required("trace", trace);
    }
  }

  record Envelope(TraceInfo traceInfo) {
    public Envelope {
      Fields.required("trace_info", traceInfo);
    }
  }

  /**
   * {@code {"experiment_id": "1", "timestamp_ms": 1000}}, from clients before MLflow 3.
   *
   * @param timestampMs when it began; null counts as 0
   */
  record StartLegacyTrace(
      String experimentId, Long timestampMs, List<Tag> requestMetadata, List<Tag> tags)
      implements TraceRequest {
    public StartLegacyTrace {
      Fields.requiredText("experiment_id", experimentId);
      timestampMs = timestampMs == null ? Long.valueOf(0) : timestampMs;
      requestMetadata = requestMetadata == null ? List.of() : List.copyOf(requestMetadata);
      tags = tags == null ? List.of() : List.copyOf(tags);
    }
  }

  /**
   * The end of what {@link StartLegacyTrace} began.
   *
   * @param timestampMs when it ended; null counts as 0
   */
  record EndLegacyTrace(
      Long timestampMs, TraceState status, List<Tag> requestMetadata, List<Tag> tags)
      implements TraceRequest {
    public EndLegacyTrace {
      timestampMs = timestampMs == null ? Long.valueOf(0) : timestampMs;
      status = status == null ? TraceState.STATE_UNSPECIFIED : status;
      requestMetadata = requestMetadata == null ? List.of() : List.copyOf(requestMetadata);
      tags = tags == null ? List.of() : List.copyOf(tags);
    }
  }

  record SearchTraces(
      List<TraceInfo.Location> locations,
      String filter,
      Long maxResults,
      List<String> orderBy,
      String pageToken)
      implements TraceRequest {
    private static final long DEFAULT_PAGE = 100;

    public SearchTraces {
      Fields.required("locations", locations);
      locations = List.copyOf(locations);
      maxResults = maxResults == null || maxResults == 0 ? Long.valueOf(DEFAULT_PAGE) : maxResults;
      orderBy = orderBy == null ? List.of() : List.copyOf(orderBy);
    }
  }

  record SetTag(String key, String value) implements TraceRequest {
    public SetTag {
      Fields.requiredText("key", key);
      value = value == null ? "" : value;
    }
  }

  record DeleteTag(String key) implements TraceRequest {
    public DeleteTag {
      Fields.requiredText("key", key);
    }
  }

  record LinkToRun(List<String> traceIds, String runId) implements TraceRequest {
    public LinkToRun {
      Fields.required("trace_ids", traceIds);
      Fields.requiredText("run_id", runId);
      traceIds = List.copyOf(traceIds);
    }
  }

  /**
   * Either the ids, or those that began at a time or before it.
   *
   * @param maxTimestampMillis null where ids are given
   * @param maxTraces the oldest so many; null for all
   */
  record DeleteTraces(
      String experimentId,
      Long maxTimestampMillis,
      Long maxTraces,
      List<String> requestIds,
      List<String> traceIds)
      implements TraceRequest {
    public DeleteTraces {
      Fields.requiredText("experiment_id", experimentId);
      requestIds = requestIds == null ? List.of() : List.copyOf(requestIds);
      traceIds = traceIds == null ? requestIds : List.copyOf(traceIds);
    }
  }
}
