package io.drivetrain.registry.trace;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.MlflowRequest;
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
