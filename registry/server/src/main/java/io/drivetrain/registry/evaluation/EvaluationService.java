package io.drivetrain.registry.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.registry.evaluation.EvaluationRequest.CreateDataset;
import io.drivetrain.registry.evaluation.EvaluationRequest.SearchDatasets;
import io.drivetrain.registry.evaluation.EvaluationRequest.UpsertRecords;
import io.drivetrain.registry.experiment.ExperimentService;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.KeyName;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.search.FilterParser;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.PageToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Evaluation datasets. Every change holds the row of the dataset, so changes come in turn. */
@ApplicationScoped
@Transactional
public class EvaluationService {
  private static final String USER_TAG = "mlflow.user";
  private static final int MAX_NAME = 255;
  private static final int MAX_USER = 255;
  private static final int MAX_TAG_VALUE = 5000;
  private static final int MAX_PAGE = 50_000;

  /**
   * One page of a search.
   *
   * @param nextPageToken null on the last page
   */
  public record Page(List<EvaluationDataset> datasets, String nextPageToken) {}

  /**
   * One page of records, JSON in a string.
   *
   * @param nextPageToken null on the last page
   */
  public record RecordPage(String records, String nextPageToken) {}

  /** How many records were new, and how many were there already. */
  public record Upserted(int insertedCount, int updatedCount) {}

  private final EvaluationRepository repository;
  private final EvaluationRecordRepository records;
  private final ExperimentService experiments;
  private final SentRecords sent;
  private final ObjectMapper mapper;
  private final Clock clock;

  EvaluationService(
      EvaluationRepository repository,
      EvaluationRecordRepository records,
      ExperimentService experiments,
      SentRecords sent,
      ObjectMapper mapper,
      Clock clock) {
    this.repository = repository;
    this.records = records;
    this.experiments = experiments;
    this.sent = sent;
    this.mapper = mapper;
    this.clock = clock;
  }

  public EvaluationDataset create(CreateDataset request) {
    Fields.maxLength("name", request.name(), MAX_NAME);
    var tags = sent.tags(request.tags());
    var now = now();
    var id = "d-" + newId();
    repository.insert(id, request.name(), digest(id, now), tags.get(USER_TAG), now);
    long dataset = lock(id);
    putTags(dataset, tags);
    addExperiments(dataset, request.experimentIds());
    return get(id);
  }

  public EvaluationDataset get(String datasetId) {
    return repository.find(datasetId).orElseThrow(() -> unknown(datasetId)).dataset();
  }

  public Page search(SearchDatasets request) {
    int size = Fields.pageSize(request.maxResults(), MAX_PAGE);
    var ids = request.experimentIds().stream().map(ExperimentService::parseId).toList();
    var filter = FilterParser.parse(request.filterString());
    var query = List.of(ids, filter, request.orderBy());
    long offset = PageToken.read(request.pageToken(), query).map(t -> t.number(0)).orElse(0L);
    var found = repository.search(ids, filter, Order.parse(request.orderBy()), offset, size + 1);
    var next = found.size() > size ? PageToken.after(offset + size).write(query) : null;
    return new Page(found.stream().limit(size).toList(), next);
  }

  public void delete(String datasetId) {
    if (!repository.delete(datasetId)) {
      throw unknown(datasetId);
    }
  }

  public void setTags(String datasetId, String json) {
    var tags = sent.tags(json);
    long dataset = lock(datasetId);
    putTags(dataset, tags);
    changed(datasetId, dataset, tags.get(USER_TAG));
  }

  private void putTags(long dataset, Map<String, String> tags) {
    tags.forEach((key, value) -> {
      if (value == null) {
        repository.deleteTag(dataset, key);
        return;
      }
      KeyName.TAG.check(KeyName.ALONE, key);
      Fields.maxLength("value", value, MAX_TAG_VALUE);
      repository.putTag(dataset, key, value);
    });
  }

  /** A tag that is not there is no error. */
  public void deleteTag(String datasetId, String key) {
    long dataset = lock(datasetId);
    repository.deleteTag(dataset, key);
    changed(datasetId, dataset, null);
  }

  public Upserted upsert(String datasetId, UpsertRecords request) {
    Fields.maxLength("updated_by", request.updatedBy(), MAX_USER);
    var given = sent.records(request.records());
    long dataset = lock(datasetId);
    var now = now();
    int inserted = 0;
    for (var record : given) {
      if (records.upsert(dataset, "dr-" + newId(), record, user(request, record), now)) {
        inserted++;
      }
    }
    repository.describe(
        dataset,
        json(SentRecords.schema(given)),
        json(Map.of("num_records", records.count(dataset))));
    changed(datasetId, dataset, request.updatedBy());
    return new Upserted(inserted, given.size() - inserted);
  }

  private static String user(UpsertRecords request, EvaluationRecord.Sent record) {
    if (request.updatedBy() != null || record.tags() == null) {
      return request.updatedBy();
    }
    return record.tags().path(USER_TAG).asText(null);
  }

  public RecordPage records(String datasetId, long maxResults, String pageToken) {
    int size = Fields.pageSize(maxResults, MAX_PAGE);
    long dataset = repository.find(datasetId).orElseThrow(() -> unknown(datasetId)).id();
    long after = PageToken.read(pageToken, datasetId).map(t -> t.number(0)).orElse(0L);
    var found = records.page(dataset, datasetId, after, size + 1);
    var page = found.stream().limit(size).toList();
    var next =
        found.size() > size ? PageToken.after(page.getLast().number()).write(datasetId) : null;
    return new RecordPage(
        json(page.stream().map(EvaluationRecordRepository.Numbered::record).toList()), next);
  }

  /** How many of them there were. */
  public int deleteRecords(String datasetId, List<String> recordIds) {
    long dataset = lock(datasetId);
    int deleted = records.delete(dataset, recordIds);
    changed(datasetId, dataset, null);
    return deleted;
  }

  public EvaluationDataset addToExperiments(String datasetId, List<String> experimentIds) {
    addExperiments(lock(datasetId), experimentIds);
    return get(datasetId);
  }

  private void addExperiments(long dataset, List<String> experimentIds) {
    for (var id : experimentIds) {
      repository.addExperiment(dataset, Long.parseLong(experiments.get(id).experimentId()));
    }
  }

  /** One that it does not belong to is no error. */
  public EvaluationDataset removeFromExperiments(String datasetId, List<String> experimentIds) {
    long dataset = lock(datasetId);
    experimentIds.forEach(
        id -> repository.removeExperiment(dataset, ExperimentService.parseId(id)));
    return get(datasetId);
  }

  private void changed(String datasetId, long dataset, String user) {
    var now = now();
    repository.changed(dataset, digest(datasetId, now), user, now);
  }

  private static String digest(String datasetId, Instant changedAt) {
    return SentRecords.sha256(datasetId + ":" + changedAt).substring(0, 8);
  }

  private long lock(String datasetId) {
    return repository.lock(datasetId).orElseThrow(() -> unknown(datasetId));
  }

  private String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** The wire has milliseconds, so nothing finer is kept. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static RegistryException unknown(String datasetId) {
    return Refusal.NO_EVALUATION_DATASET.with(datasetId);
  }
}
