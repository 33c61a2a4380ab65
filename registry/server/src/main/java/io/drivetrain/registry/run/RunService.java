package io.drivetrain.registry.run;

import static io.drivetrain.registry.protocol.LifecycleStage.ACTIVE;
import static io.drivetrain.registry.protocol.LifecycleStage.DELETED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import io.drivetrain.registry.experiment.ExperimentService;
import io.drivetrain.registry.loggedmodel.LoggedModelService;
import io.drivetrain.registry.metric.MetricWriter;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.KeyName;
import io.drivetrain.registry.protocol.LifecycleStage;
import io.drivetrain.registry.protocol.RandomName;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import io.drivetrain.registry.run.RunRequest.CreateRun;
import io.drivetrain.registry.run.RunRequest.LogBatch;
import io.drivetrain.registry.run.RunRequest.LogInputs;
import io.drivetrain.registry.run.RunRequest.LogMetric;
import io.drivetrain.registry.run.RunRequest.LogModel;
import io.drivetrain.registry.run.RunRequest.LogOutputs;
import io.drivetrain.registry.run.RunRequest.LogParameter;
import io.drivetrain.registry.run.RunRequest.MetricToLog;
import io.drivetrain.registry.run.RunRequest.SearchRuns;
import io.drivetrain.registry.run.RunRequest.SetTag;
import io.drivetrain.registry.run.RunRequest.UpdateRun;
import io.drivetrain.registry.search.FilterParser;
import io.drivetrain.registry.search.Order;
import io.drivetrain.registry.search.PageToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Runs and what is logged to them. One request is one transaction: all of a batch, or nothing. */
@ApplicationScoped
@Transactional
public class RunService {
  /** The tag that mirrors a run's name; clients read and write either. */
  private static final String NAME_TAG = "mlflow.runName";

  private static final int MAX_NAME = 500;
  private static final int MAX_USER = 256;
  private static final int MAX_PAGE = 50_000;

  private final ExperimentService experiments;
  private final RunRepository repository;
  private final RunSearch search;
  private final RunReader reader;
  private final RunDataRepository data;
  private final MetricWriter metrics;
  private final RunChanges changes;
  private final LoggedModelService models;
  private final RunLineage lineage;
  private final ModelHistory history;

  RunService(
      ExperimentService experiments,
      RunRepository repository,
      RunSearch search,
      RunReader reader,
      RunDataRepository data,
      MetricWriter metrics,
      RunChanges changes,
      LoggedModelService models,
      RunLineage lineage,
      ModelHistory history) {
    this.experiments = experiments;
    this.repository = repository;
    this.search = search;
    this.reader = reader;
    this.data = data;
    this.metrics = metrics;
    this.changes = changes;
    this.models = models;
    this.lineage = lineage;
    this.history = history;
  }

  public Run create(CreateRun request) {
    var experiment = experiments.active(request.experimentId());
    var tags = BatchLimits.tags(request.tags());
    var run = new RunEntity();
    run.runId = UUID.randomUUID().toString().replace("-", "");
    run.experiment = experiment.id();
    run.name = nameOf(request, tags);
    run.userId = request.userId();
    run.status = RunStatus.RUNNING;
    run.startTime = request.startTime();
    run.artifactUri = experiment.artifactLocation() + "/" + run.runId + "/artifacts";
    run.lifecycleStage = ACTIVE;
    Fields.maxLength("run_name", run.name, MAX_NAME);
    Fields.maxLength("user_id", run.userId, MAX_USER);
    repository.persistAndFlush(run);
    tags.put(NAME_TAG, run.name);
    data.putTags(run.id, tags);
    changes.created(run);
    return Run.created(run.toInfo(), new RunData(List.of(), List.of(), Tag.listOf(tags)));
  }

  private static String nameOf(CreateRun request, TreeMap<String, String> tags) {
    var given = request.runName() == null ? "" : request.runName();
    var tagged = tags.getOrDefault(NAME_TAG, "");
    if (!given.isEmpty() && !tagged.isEmpty() && !given.equals(tagged)) {
      throw Refusal.RUN_NAMES_DIFFER.with(given, tagged);
    }
    if (!given.isEmpty()) {
      return given;
    }
    return tagged.isEmpty() ? RandomName.next(RandomGenerator.getDefault()) : tagged;
  }

  @Transactional(SUPPORTS)
  public Run get(String runId) {
    return reader.byRunId(runId).orElseThrow(() -> unknown(runId));
  }

  /** The runs of the page are read when they are asked for, outside of any transaction. */
  @Transactional(SUPPORTS)
  public RunPage search(SearchRuns request) {
    int size = Fields.pageSize(request.maxResults(), MAX_PAGE);
    var query =
        new RunQuery(
            request.experimentIds().stream().map(ExperimentService::parseId).toList(),
            request.runViewType(),
            FilterParser.parse(request.filter()),
            Order.parse(request.orderBy()));
    if (query.experiments().isEmpty()) {
      return RunPage.empty();
    }
    var after = PageToken.read(request.pageToken(), query);
    if (after.isPresent() && request.offset() > 0) {
      throw RegistryException.invalid("Of page_token and offset a search takes one.");
    }
    var found = search.search(query, after, request.offset(), size);
    var next = found.next().map(token -> token.write(query)).orElse(null);
    return RunPage.of(found.numbers(), reader::byNumbers, next);
  }

  public RunInfo update(UpdateRun request) {
    var run = lockActive(request.runId());
    var before = run.status;
    if (request.status() != null) {
      run.status = request.status();
    }
    if (request.endTime() != null) {
      run.endTime = request.endTime();
    }
    if (request.runName() != null && !request.runName().isEmpty()) {
      rename(run, request.runName());
      var tag = new TreeMap<>(Map.of(NAME_TAG, run.name));
      changes.willTag(run.id, run.toInfo(), tag);
      data.putTags(run.id, tag);
    }
    changes.moved(run, before);
    return run.toInfo();
  }

  /** Deleting twice, or restoring an active run, changes nothing. */
  public void delete(String runId) {
    move(runId, DELETED);
  }

  public void restore(String runId) {
    move(runId, ACTIVE);
  }

  private void move(String runId, LifecycleStage stage) {
    var run = lock(runId);
    if (run.lifecycleStage == stage) {
      return;
    }
    run.lifecycleStage = stage;
    run.deletedAt = stage == DELETED ? changes.now() : null;
    changes.moved(run);
  }

  void onExperimentMoved(@Observes ExperimentService.LifecycleChanged change) {
    var deletedAt = change.stage() == DELETED ? changes.now() : null;
    repository.moveAll(change.experiment(), change.stage(), deletedAt);
  }

  @Transactional(SUPPORTS)
  public void logBatch(LogBatch request) {
    BatchLimits.check(request);
    BatchLimits.checkMetrics(request.metrics());
    var params = BatchLimits.params(request.params());
    var tags = BatchLimits.tags(request.tags());
    write(request.runId(), request.metrics(), params, tags);
  }

  @Transactional(SUPPORTS)
  public void logMetric(LogMetric request) {
    var point = request.metric();
    KeyName.METRIC.check(KeyName.ALONE, point.key());
    write(request.runId(), List.of(point), new TreeMap<>(), new TreeMap<>());
  }

  /** What a training does all the time, metrics alone, needs no transaction around it. */
  private void write(
      String runId,
      List<MetricToLog> points,
      TreeMap<String, String> params,
      TreeMap<String, String> tags) {
    boolean ofModels = points.stream().anyMatch(MetricToLog::isOfModel);
    if (params.isEmpty() && tags.isEmpty() && !ofModels) {
      logMetrics(runId, points);
      return;
    }
    QuarkusTransaction.joiningExisting().run(() -> log(runId, points, params, tags));
  }

  private void logMetrics(String runId, List<MetricToLog> points) {
    var stage =
        metrics
            .write(runId, points.stream().map(MetricToLog::point).toList())
            .orElseThrow(() -> unknown(runId));
    requireActive(runId, stage);
  }

  public void logParameter(LogParameter request) {
    var params = BatchLimits.param(request.key(), request.value());
    log(request.runId(), List.of(), params, new TreeMap<>());
  }

  public void setTag(SetTag request) {
    var tags = BatchLimits.tag(request.key(), request.value());
    log(request.runId(), List.of(), new TreeMap<>(), tags);
  }

  /**
   * Params, then metrics of run and models, then tags: every writer in this order, so that none
   * locks up another.
   */
  private void log(
      String runId,
      List<MetricToLog> points,
      TreeMap<String, String> params,
      TreeMap<String, String> tags) {
    var run = findActive(runId);
    if (tags.containsKey(NAME_TAG)) {
      rename(lockActive(runId), tags.get(NAME_TAG));
    }
    if (!params.isEmpty()) {
      data.addParams(run.id(), params)
          .forEach((key, old) -> refuseChange(runId, key, old, params.get(key)));
    }
    if (!points.isEmpty()) {
      logMetrics(runId, points);
      models.addMetrics(
          points.stream()
              .filter(MetricToLog::isOfModel)
              .map(point -> point.pointOfModel(runId))
              .toList());
    }
    if (!tags.isEmpty()) {
      changes.willTag(run.id(), run.info(), tags);
      data.putTags(run.id(), tags);
    }
  }

  private static void refuseChange(String runId, String key, String old, String attempted) {
    throw Refusal.PARAM_CHANGED.with(key, old, runId, attempted);
  }

  public void logInputs(LogInputs request) {
    var run = findActive(request.runId());
    lineage.addInputs(ExperimentService.parseId(run.info().experimentId()), run.id(), request);
  }

  public void logOutputs(LogOutputs request) {
    lineage.addOutputs(findActive(request.runId()).id(), request);
  }

  /** Adds to a tag, as clients before MLflow 3 want it; they log the model's files themselves. */
  public void logModel(LogModel request) {
    var run = lockActive(request.runId());
    var tags = new TreeMap<>(Map.of(ModelHistory.TAG, "[]"));
    tags.putAll(data.lockTags(run.id, tags));
    tags.computeIfPresent(
        ModelHistory.TAG, (_, before) -> history.with(before, request.modelJson()));
    changes.willTag(run.id, run.toInfo(), tags);
    data.putTags(run.id, tags);
  }

  public void deleteTag(String runId, String key) {
    var run = findActive(runId);
    var before =
        data.deleteTag(run.id(), key).orElseThrow(() -> Refusal.NO_RUN_TAG.with(key, runId));
    changes.untagged(run.info(), key, before);
  }

  /** Where the files of a run are. */
  public String artifactUri(String runId) {
    return find(runId).info().artifactUri();
  }

  /** As {@link #artifactUri}, empty where there is no such run. */
  public Optional<String> findArtifactUri(String runId) {
    return search.byRunId(runId).map(run -> run.info().artifactUri());
  }

  private static void rename(RunEntity run, String name) {
    Fields.maxLength("run_name", name, MAX_NAME);
    run.name = name;
  }

  private RunSearch.FoundRun find(String runId) {
    return search.byRunId(runId).orElseThrow(() -> unknown(runId));
  }

  private RunSearch.FoundRun findActive(String runId) {
    var run = find(runId);
    requireActive(runId, run.info().lifecycleStage());
    return run;
  }

  private RunEntity lock(String runId) {
    return repository.lock(runId).orElseThrow(() -> unknown(runId));
  }

  private RunEntity lockActive(String runId) {
    var run = lock(runId);
    requireActive(runId, run.lifecycleStage.wireName());
    return run;
  }

  private static void requireActive(String runId, String stage) {
    if (!stage.equals(ACTIVE.wireName())) {
      throw Refusal.NOT_ACTIVE.with("run", runId, stage);
    }
  }

  static RegistryException unknown(String runId) {
    return Refusal.NO_RUN.with(runId);
  }
}
