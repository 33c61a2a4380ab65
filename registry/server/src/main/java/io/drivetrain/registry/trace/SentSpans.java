package io.drivetrain.registry.trace;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.drivetrain.registry.protocol.RegistryException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The spans of one trace out of an export.
 *
 * @param root the span without a parent, where the export has it
 */
record SentSpans(String traceId, List<Span> spans, Optional<Span> root) {
  private static final String ID_ATTRIBUTE = "mlflow.traceRequestId";
  private static final JsonFormat.Printer JSON =
      JsonFormat.printer().preservingProtoFieldNames().omittingInsignificantWhitespace();

  /** By trace, as an exporter sends them in protocol buffers. */
  static List<SentSpans> read(byte[] export) {
    try {
      var byTrace = new TreeMap<String, List<Span>>();
      for (var resource : ExportTraceServiceRequest.parseFrom(export).getResourceSpansList()) {
        for (var scope : resource.getScopeSpansList()) {
          scope
              .getSpansList()
              .forEach(span -> byTrace.merge(traceId(span), List.of(span), SentSpans::joined));
        }
      }
      return byTrace.entrySet().stream().map(SentSpans::of).toList();
    } catch (InvalidProtocolBufferException e) {
      throw RegistryException.invalid(
          "The request body cannot be read: send OpenTelemetry's ExportTraceServiceRequest in protocol buffers.");
    }
  }

  private static List<Span> joined(List<Span> some, List<Span> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static SentSpans of(Map.Entry<String, List<Span>> trace) {
    var root = trace.getValue().stream().filter(span -> span.getParentSpanId().isEmpty());
    return new SentSpans(trace.getKey(), trace.getValue(), root.findFirst());
  }

  /** MLflow's client writes the id of the trace into its spans; other exporters have theirs. */
  private static String traceId(Span span) {
    return span.getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals(ID_ATTRIBUTE))
        .map(attribute -> attribute.getValue().getStringValue().replace("\"", ""))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElseGet(() -> "tr-" + hex(span.getTraceId()));
  }

  List<SentSpan> stored() {
    return spans.stream()
        .map(span ->
            new SentSpan(
                hex(span.getSpanId()),
                Long.toUnsignedString(span.getStartTimeUnixNano()),
                json(span)))
        .toList();
  }

  long startMillis() {
    return spans.stream()
        .mapToLong(span -> TimeUnit.NANOSECONDS.toMillis(span.getStartTimeUnixNano()))
        .min()
        .orElse(0);
  }

  /** Of the whole trace; null while its root has not ended. */
  Long durationMillis() {
    return root.filter(span -> span.getEndTimeUnixNano() > 0)
        .map(span ->
            TimeUnit.NANOSECONDS.toMillis(span.getEndTimeUnixNano() - span.getStartTimeUnixNano()))
        .orElse(null);
  }

  TraceState state() {
    if (durationMillis() == null) {
      return TraceState.IN_PROGRESS;
    }
    return root.orElseThrow().getStatus().getCode() == StatusCode.STATUS_CODE_ERROR
        ? TraceState.ERROR
        : TraceState.OK;
  }

  private static String json(Span span) {
    try {
      return JSON.print(span).replace("\\u0000", "");
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
