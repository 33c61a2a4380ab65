package io.drivetrain.pipeline.learning.tracking;

import io.drivetrain.pipeline.api.tracking.TrackedResult;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.tracking.Experiment;
import io.drivetrain.registry.client.tracking.Run;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds and starts the records of pipeline runs in the registry. */
@ApplicationScoped
public class TrackingRuns {
  /** Tag: id of the pipeline run. */
  public static final String RUN_TAG = "drivetrain.run_id";

  /**
   * Tag: id of the pipeline run that reported last; another than {@link #RUN_TAG} after a resume.
   */
  public static final String REPORTED_RUN_TAG = "drivetrain.reported_run_id";

  /** Tag: SHA-256 of the data file. */
  public static final String DATA_HASH_TAG = "drivetrain.data_hash";

  /** Tag: id of the record in which the data was checked, when it is another one. */
  private static final String CHECKED_IN_TAG = "drivetrain.checked_in";

  /** How the names of the files begin that the check of the data leaves. */
  private static final String CHECK_FILES = "quality";

  private final RegistryClient registry;
  private final RegistryConfig config;
  private final Clock clock;

  public TrackingRuns(RegistryClient registry, RegistryConfig config, Clock clock) {
    this.registry = registry;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The open record of a run: the one that an earlier try of this step has left open, or else a new
   * one. So a crash never leaves two of them open.
   *
   * @param data the file that the run learns from
   */
  public TrackingRun open(StepContext context, String data) {
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    Experiment experiment = registry.tracking().getOrCreateExperiment(model.experiment());
    Run run = openRun(context, experiment).orElseGet(() -> create(context, experiment, data));
    return tracked(run);
  }

  /** The record that the first step of a run has opened, to write into. */
  public TrackingRun of(StepContext context) {
    TrackingRun record = tracked(registry.tracking().run(RunResults.trackingRun(context)));
    record.reopen();
    return record;
  }

  /**
   * The record to train into. A run that goes on from another one uses the other's record for as
   * long as the model in it is the same; one that learns another model opens a record of its own,
   * because params of a record never change. It gets what the check of the data has left, for
   * readers who have nothing but the record of a model.
   *
   * @param data the file that the run learns from
   */
  public TrackingRun forTraining(StepContext context, String data) {
    Run known = registry.tracking().run(RunResults.trackingRun(context));
    if (context.runId().toString().equals(known.tags().get(RUN_TAG))) {
      return of(context);
    }
    TrackingRun record = open(context, data);
    record.copy(tracked(known), CHECK_FILES);
    record.tags(Map.of(CHECKED_IN_TAG, known.id(), DATA_HASH_TAG, RunResults.dataHash(context)));
    return record;
  }

  /** The record with an id of the registry, empty when it is gone. */
  public Optional<TrackingRun> withId(String id) {
    try {
      return Optional.of(tracked(registry.tracking().run(id)));
    } catch (RegistryClientException failed) {
      if (failed.saysMissing()) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /** The record of a run, empty when it never came to have one. */
  public Optional<TrackingRun> find(StepContext context) {
    ModelSpec model = context.definition().section(ModelSpec.SECTION);
    return find(context.runId(), model, context.outputs());
  }

  /**
   * @param outputs of the run's steps
   */
  public Optional<TrackingRun> find(UUID runId, ModelSpec model, StepOutputs outputs) {
    Optional<String> told = outputs.find(TrackedResult.class, TrackedResult::mlflowRunId);
    if (told.isPresent()) {
      return told.map(id -> tracked(registry.tracking().run(id)));
    }
    return registry
        .tracking()
        .experimentByName(model.experiment())
        .flatMap(experiment -> newest(runId, experiment, ""))
        .map(this::tracked);
  }

  private Optional<Run> openRun(StepContext context, Experiment experiment) {
    return newest(context.runId(), experiment, " and attributes.status = 'RUNNING'");
  }

  private Optional<Run> newest(UUID runId, Experiment experiment, String condition) {
    String filter = "tags.`%s` = '%s'%s".formatted(RUN_TAG, runId, condition);
    return registry
        .tracking()
        .searchRuns(List.of(experiment.id()), filter, 1, List.of(), "")
        .runs()
        .stream()
        .findFirst();
  }

  private Run create(StepContext context, Experiment experiment, String data) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(RUN_TAG, context.runId().toString());
    tags.put("drivetrain.pipeline", context.definition().id());
    tags.put("drivetrain.definition_version", context.definition().version());
    tags.put("drivetrain.data", data);
    tags.put("mlflow.source.type", "JOB");
    tags.put("mlflow.source.name", context.definition().id());
    tags.put("mlflow.source.git.commit", config.commit());
    String name = "%tF %<tR %s".formatted(context.startedAt().atZone(clock.getZone()), data);
    return registry.tracking().createRun(experiment.id(), name, context.startedAt(), tags);
  }

  private TrackingRun tracked(Run run) {
    return new TrackingRun(
        registry,
        clock,
        run.id(),
        run.experimentId(),
        run.artifactUri(),
        Optional.ofNullable(run.tags().get(REPORTED_RUN_TAG)));
  }
}
