package io.drivetrain.registry.trace;

import io.drivetrain.registry.artifact.ArtifactDisposal;
import io.drivetrain.registry.artifact.ArtifactPath;
import io.drivetrain.registry.experiment.ExperimentService;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.KeyName;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import io.drivetrain.registry.search.FilterParser;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.PageToken;
import io.drivetrain.registry.trace.TraceRepository.Deleted;
import io.drivetrain.registry.trace.TraceRequest.DeleteTraces;
import io.drivetrain.registry.trace.TraceRequest.EndLegacyTrace;
import io.drivetrain.registry.trace.TraceRequest.SearchTraces;
import io.drivetrain.registry.trace.TraceRequest.StartLegacyTrace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Traces. The spans that clients write as a file lie in the artifact folder of the trace. */
@ApplicationScoped
@Transactional
public class TraceService {
  private static final String LOCATION_TAG = "mlflow.artifactLocation";
  private static final String NAME_TAG = "mlflow.traceName";
  private static final String FINALIZED = "mlflow.trace.infoFinalized";
  private static final int MAX_ID = 50;
  private static final int MAX_KEY = 250;
  private static final int MAX_VALUE = 8000;
  private static final int MAX_PAGE = 500;
  private static final int MAX_LINKS = 100;

  /**
   * One page of a search.
   *
   * @param nextPageToken null on the last page
   */
  public record Page(List<TraceInfo> traces, String nextPageToken) {}

  /** A trace with OpenTelemetry's JSON of its spans. */
  public record WithSpans(TraceInfo info, List<String> spans) {}

  private final TraceRepository repository;
  private final ExperimentService experiments;
  private final ArtifactDisposal disposal;
  private final Clock clock;

  TraceService(
      TraceRepository repository,
      ExperimentService experiments,
      ArtifactDisposal disposal,
      Clock clock) {
    this.repository = repository;
    this.experiments = experiments;
    this.disposal = disposal;
    this.clock = clock;
  }

  /** Of one that spans have told about already, what they could not know is added. */
  public TraceInfo start(TraceInfo info) {
    check(info);
    var experiment = experiments.active(info.traceLocation().mlflowExperiment().experimentId());
    long trace = repository.put(info, experiment.id(), clock.instant());
    var tags = new HashMap<>(info.tags());
    tags.put(LOCATION_TAG, folder(experiment.artifactLocation(), info.traceId()));
    var metadata = new HashMap<>(info.traceMetadata());
    metadata.put(FINALIZED, "true");
    repository.putTags(trace, cut(tags));
    repository.putMetadata(trace, cut(metadata));
    return get(info.traceId());
  }

  /** A trace of a client before MLflow 3, which goes on until {@link #end}. */
  public TraceInfo begin(StartLegacyTrace request) {
    var info =
        new TraceInfo(
            UUID.randomUUID().toString().replace("-", ""),
            null,
            TraceInfo.Location.of(request.experimentId()),
            null,
            null,
            TraceTime.timestamp(request.timestampMs()),
            null,
            TraceState.IN_PROGRESS,
            Tag.mapOf(request.requestMetadata()),
            Tag.mapOf(request.tags()));
    check(info);
    var experiment = experiments.active(request.experimentId());
    long trace = repository.put(info, experiment.id(), clock.instant());
    var tags = new HashMap<>(info.tags());
    tags.put(LOCATION_TAG, folder(experiment.artifactLocation(), info.traceId()));
    repository.putTags(trace, cut(tags));
    repository.putMetadata(trace, cut(info.traceMetadata()));
    return get(info.traceId());
  }

  /** Adds what its client learned since {@link #begin}. */
  public TraceInfo end(String traceId, EndLegacyTrace request) {
    var tags = Tag.mapOf(request.tags());
    tags.keySet().forEach(key -> KeyName.TAG.check(KeyName.ALONE, key));
    var metadata = Tag.mapOf(request.requestMetadata());
    metadata.keySet().forEach(key -> Fields.maxLength("key", key, MAX_KEY));
    long trace = lock(traceId);
    repository.end(trace, request.timestampMs(), request.status());
    repository.putTags(trace, cut(tags));
    repository.putMetadata(trace, cut(metadata));
    return get(traceId);
  }

  private static void check(TraceInfo info) {
    Fields.maxLength("trace_id", info.traceId(), MAX_ID);
    Fields.maxLength("client_request_id", info.clientRequestId(), MAX_ID);
    info.traceMetadata().keySet().forEach(key -> Fields.maxLength("key", key, MAX_KEY));
    info.tags().keySet().forEach(key -> KeyName.TAG.check(KeyName.ALONE, key));
  }

  /** Values that are too long are cut, as MLflow does. */
  private static Map<String, String> cut(Map<String, String> values) {
    var cut = new TreeMap<>(values);
    cut.replaceAll(
        (_, value) -> value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE));
    return cut;
  }

  private static String folder(String artifactLocation, String traceId) {
    return artifactLocation + "/traces/" + traceId + "/artifacts";
  }

  /** What an exporter of OpenTelemetry sends for an experiment. */
  public void addSpans(String experimentId, byte[] export) {
    var traces = SentSpans.read(export);
    var experiment = experiments.active(experimentId);
    var now = clock.instant();
    for (var sent : traces) {
      Fields.maxLength("trace_id", sent.traceId(), MAX_ID);
      long trace =
          repository.putFromSpans(
              sent.traceId(),
              experiment.id(),
              sent.startMillis(),
              sent.durationMillis(),
              sent.state(),
              now);
      var tags = new TreeMap<String, String>();
      tags.put(LOCATION_TAG, folder(experiment.artifactLocation(), sent.traceId()));
      sent.root().ifPresent(root -> tags.put(NAME_TAG, root.getName()));
      repository.putTags(trace, cut(tags));
      sent.stored().forEach(span -> repository.putSpan(trace, span));
    }
  }

  public TraceInfo get(String traceId) {
    return find(traceId).info();
  }

  public WithSpans withSpans(String traceId) {
    var trace = find(traceId);
    return new WithSpans(trace.info(), repository.spans(trace.id()));
  }

  public Page search(SearchTraces request) {
    int size = Fields.pageSize(request.maxResults(), MAX_PAGE);
    var ids =
        request.locations().stream()
            .map(location -> ExperimentService.parseId(location.mlflowExperiment().experimentId()))
            .toList();
    var filter = FilterParser.parse(request.filter());
    var query = List.of(ids, filter, request.orderBy());
    long offset = PageToken.read(request.pageToken(), query).map(t -> t.number(0)).orElse(0L);
    var found = repository.search(ids, filter, Order.parse(request.orderBy()), offset, size + 1);
    var next = found.size() > size ? PageToken.after(offset + size).write(query) : null;
    return new Page(found.stream().limit(size).toList(), next);
  }

  public void setTag(String traceId, String key, String value) {
    KeyName.TAG.check(KeyName.ALONE, key);
    repository.putTags(lock(traceId), cut(Map.of(key, value)));
  }

  public void deleteTag(String traceId, String key) {
    if (!repository.deleteTag(lock(traceId), key)) {
      throw RegistryException.notFound(
          "No trace tag with key '%s' on the trace '%s'.".formatted(key, traceId));
    }
  }

  /** A trace that is not there is passed over. */
  public void link(List<String> traceIds, String runId) {
    if (traceIds.size() > MAX_LINKS) {
      throw RegistryException.invalid(
          "Cannot link more than %d traces to a run in a single request. Got %d traces."
              .formatted(MAX_LINKS, traceIds.size()));
    }
    Fields.maxLength("run_id", runId, 32);
    repository.link(traceIds, runId);
  }

  /** With their files. How many there were. */
  public int delete(DeleteTraces request) {
    boolean byTime = request.maxTimestampMillis() != null;
    if (byTime == !request.traceIds().isEmpty()) {
      throw RegistryException.invalid(
          "Either `max_timestamp_millis` or `trace_ids` must be specified, and not both.");
    }
    long experiment = ExperimentService.parseId(request.experimentId());
    var deleted =
        byTime
            ? repository.deleteUntil(
                experiment,
                request.maxTimestampMillis(),
                request.maxTraces() == null ? Long.MAX_VALUE : Math.max(0, request.maxTraces()))
            : repository.deleteByIds(experiment, request.traceIds());
    deleted.forEach(this::dispose);
    return deleted.size();
  }

  int deleteOlderThan(Instant moment, int limit) {
    var deleted = repository.deleteOlderThan(moment, limit);
    deleted.forEach(this::dispose);
    return deleted.size();
  }

  private void dispose(Deleted trace) {
    var location = experiments.get(String.valueOf(trace.experiment())).artifactLocation();
    ArtifactPath.inThisStore(location + "/traces/" + trace.traceId()).ifPresent(disposal::note);
  }

  private long lock(String traceId) {
    return repository.lock(traceId).orElseThrow(() -> Refusal.NO_TRACE.with(traceId));
  }

  private TraceRepository.Stored find(String traceId) {
    return repository.find(traceId).orElseThrow(() -> Refusal.NO_TRACE.with(traceId));
  }
}
