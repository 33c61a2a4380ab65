package io.drivetrain.registry.loggedmodel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.drivetrain.registry.experiment.ExperimentService;
import io.drivetrain.registry.loggedmodel.LoggedModelRequest.CreateLoggedModel;
import io.drivetrain.registry.loggedmodel.LoggedModelRequest.SearchLoggedModels;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.RandomName;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import io.drivetrain.registry.search.FilterParser;
import io.drivetrain.registry.search.OffsetPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Logged models. Every change holds the row of the model, so changes come in turn. */
@ApplicationScoped
@Transactional
public class LoggedModelService {
  /** The versions that were made of a model, as a JSON array that clients extend too. */
  private static final String VERSIONS_TAG = "mlflow.modelVersions";

  private static final PrettyPrinter PYTHONS_SPACES =
      new MinimalPrettyPrinter("") {
        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
          json.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
          json.writeRaw(", ");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
          json.writeRaw(", ");
        }
      };

  private static final int MAX_PAGE = 1000;
  private static final int MAX_MODEL_TYPE = 500;
  private static final int MAX_RUN_ID = 256;

  /**
   * One page of a search.
   *
   * @param nextPageToken null on the last page
   */
  public record Page(List<LoggedModel> models, String nextPageToken) {}

  private final ExperimentService experiments;
  private final LoggedModelRepository repository;
  private final LoggedModelSearch search;
  private final ObjectMapper mapper;
  private final Clock clock;

  LoggedModelService(
      ExperimentService experiments,
      LoggedModelRepository repository,
      LoggedModelSearch search,
      ObjectMapper mapper,
      Clock clock) {
    this.experiments = experiments;
    this.repository = repository;
    this.search = search;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** Pending until its client says that the files are there. */
  public LoggedModel create(CreateLoggedModel request) {
    var name =
        request.name().isEmpty() ? RandomName.next(RandomGenerator.getDefault()) : request.name();
    LoggedModelName.check(name);
    LoggedModelName.checkParams(request.params());
    LoggedModelName.checkTags(request.tags());
    Fields.maxLength("model_type", request.modelType(), MAX_MODEL_TYPE);
    Fields.maxLength("source_run_id", request.sourceRunId(), MAX_RUN_ID);
    var experiment = experiments.active(request.experimentId());
    var model = new LoggedModelEntity();
    model.modelId = "m-" + UUID.randomUUID().toString().replace("-", "");
    model.experiment = experiment.id();
    model.name = name;
    model.modelType = request.modelType();
    model.sourceRunId = request.sourceRunId();
    model.artifactUri = experiment.artifactLocation() + "/models/" + model.modelId + "/artifacts";
    model.status = LoggedModelStatus.LOGGED_MODEL_PENDING;
    model.createdAt = now();
    model.updatedAt = model.createdAt;
    model.params.putAll(Tag.mapOf(request.params()));
    model.tags.putAll(Tag.mapOf(request.tags()));
    repository.persist(model);
    return model.toWire(List.of());
  }

  public LoggedModel get(String modelId, boolean allowDeleted) {
    return toWire(List.of(find(modelId, allowDeleted))).getFirst();
  }

  public Page search(SearchLoggedModels request) {
    int size = Fields.pageSize(request.maxResults(), MAX_PAGE);
    if (request.experimentIds().isEmpty()) {
      throw RegistryException.missing("experiment_ids");
    }
    var experimentIds = request.experimentIds().stream().map(ExperimentService::parseId).toList();
    var filter = FilterParser.parse(request.filter());
    var page =
        OffsetPage.read(
            List.of(experimentIds, filter, request.datasets(), request.orderBy()),
            request.pageToken(),
            size,
            (offset, limit) ->
                search.search(
                    experimentIds, filter, request.datasets(), request.orderBy(), offset, limit));
    return new Page(toWire(repository.byIds(page.rows())), page.nextPageToken());
  }

  public LoggedModel moveTo(String modelId, LoggedModelStatus status) {
    var model = lock(modelId);
    model.status = status;
    model.updatedAt = now();
    return toWire(List.of(model)).getFirst();
  }

  /** Hidden, with its files and its id kept. */
  public void delete(String modelId) {
    lock(modelId).deletedAt = now();
  }

  public void setTags(String modelId, List<Tag> tags) {
    LoggedModelName.checkTags(tags);
    lock(modelId).tags.putAll(Tag.mapOf(tags));
  }

  public void deleteTag(String modelId, String key) {
    if (lock(modelId).tags.remove(key) == null) {
      throw Refusal.NO_LOGGED_MODEL_TAG.with(key, modelId);
    }
  }

  public void addParams(String modelId, List<Tag> params) {
    LoggedModelName.checkParams(params);
    var present = lock(modelId).params;
    for (var param : params) {
      var old = present.putIfAbsent(param.key(), param.value());
      if (old != null) {
        throw Refusal.MODEL_PARAM_CHANGED.with(param.key(), old, modelId, param.value());
      }
    }
  }

  /** In the order of the models, so that two batches wait for each other instead of locking up. */
  public void addMetrics(List<LoggedModelMetric> metrics) {
    metrics.stream()
        .collect(
            Collectors.groupingBy(LoggedModelMetric::modelId, TreeMap::new, Collectors.toList()))
        .forEach((modelId, points) -> repository.addMetrics(lock(modelId), points));
  }

  /** Notes on the model that a version was made of it. */
  public void addVersion(String modelId, String name, int version) {
    var model = lock(modelId);
    var versions = versionsOf(model);
    versions.addObject().put("name", name).put("version", version);
    model.tags.put(VERSIONS_TAG, inPythonsForm(versions));
  }

  /** With the spaces that MLflow's server writes: clients compare the text. */
  private String inPythonsForm(ArrayNode versions) {
    try {
      return mapper.writer(PYTHONS_SPACES).writeValueAsString(versions);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ArrayNode versionsOf(LoggedModelEntity model) {
    try {
      var noted = mapper.readTree(model.tags.getOrDefault(VERSIONS_TAG, "[]"));
      return noted instanceof ArrayNode versions ? versions : mapper.createArrayNode();
    } catch (JsonProcessingException notOurs) {
      return mapper.createArrayNode();
    }
  }

  private List<LoggedModel> toWire(List<LoggedModelEntity> models) {
    var metrics = repository.metrics(models);
    return models.stream()
        .map(model -> model.toWire(metrics.getOrDefault(model.id, List.of())))
        .toList();
  }

  private LoggedModelEntity find(String modelId, boolean allowDeleted) {
    return repository
        .byModelId(modelId)
        .filter(model -> allowDeleted || model.deletedAt == null)
        .orElseThrow(() -> unknown(modelId));
  }

  private LoggedModelEntity lock(String modelId) {
    return repository.lock(modelId).orElseThrow(() -> unknown(modelId));
  }

  private static RegistryException unknown(String modelId) {
    return Refusal.NO_LOGGED_MODEL.with(modelId);
  }

  /** The wire has milliseconds, so nothing finer is kept. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
