package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.bundle.BundleWriter;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.bundle.ModelMeta;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.api.training.TrainingResult;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.Suggestion;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.export.ModelExport;
import io.drivetrain.pipeline.learning.data.LearningData;
import io.drivetrain.pipeline.learning.data.LearningDataReader;
import io.drivetrain.pipeline.learning.data.definition.EncodingSection;
import io.drivetrain.pipeline.learning.data.definition.LearningDefinition;
import io.drivetrain.pipeline.learning.tracking.ModelDescription;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RegistryConfig;
import io.drivetrain.pipeline.learning.tracking.RunLinks;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.registry.client.loggedmodel.LoggedModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Kind {@code train}: learns the challenger from the training part and stores its bundle as a
 * logged model of the tracking run. Each attempt has a logged model of its own: one that lost its
 * lease and wakes up late does not write into the files of the one that took over.
 */
@ApplicationScoped
public class TrainStep implements Step {
  private static final Logger LOG = Logger.getLogger(TrainStep.class);

  /** The last file of a bundle that is stored: a bundle without it is not complete. */
  private static final String LAST_FILE = "SHA256SUMS";

  private final LearningDataReader reader;
  private final TrackingRuns runs;
  private final TrainingConfig config;
  private final RegistryConfig registry;
  private final Clock clock;

  public TrainStep(
      LearningDataReader reader,
      TrackingRuns runs,
      TrainingConfig config,
      RegistryConfig registry,
      Clock clock) {
    this.reader = reader;
    this.runs = runs;
    this.config = config;
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "train";
  }

  @Override
  public StepLabel label() {
    return new StepLabel("Train the model", "Entraîner le modèle");
  }

  @Override
  public StepOutput<TrainingResult> output() {
    return StepOutput.of(TrainingResult.class)
        .linking(result -> RunLinks.trackingRun(result).stream().toList());
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    Set<DefinitionSection<?>> sections = new HashSet<>(LearningDefinition.SECTIONS);
    sections.add(EncodingSection.SECTION);
    sections.add(TrainingSpec.SECTION);
    sections.add(ModelSpec.SECTION);
    return sections;
  }

  @Override
  public boolean reads(String parameter) {
    return parameter.startsWith(TrainerParameters.PREFIX);
  }

  @Override
  public void check(PipelineDefinition definition) {
    LearningDefinition.requireParameter(definition);
    checkParameters(definition);
    checkEncoding(definition);
    TrainingSpec spec = definition.section(TrainingSpec.SECTION);
    EncodingPlan plan = definition.section(EncodingSection.SECTION);
    Optional<String> fault = new PlannedTraits(spec, plan).fault();
    if (fault.isPresent()) {
      throw new DefinitionException(fault.orElseThrow(), TrainingSpec.SECTION.key());
    }
  }

  private static void checkParameters(PipelineDefinition definition) {
    Algorithm algorithm = definition.section(TrainingSpec.SECTION).algorithm();
    List<ParameterSpec> declared = definition.parameters();
    for (int i = 0; i < declared.size(); i++) {
      Optional<String> fault =
          TrainerParameters.fault(declared.get(i), algorithm.trainer().defaults());
      if (fault.isPresent()) {
        throw new DefinitionException(fault.orElseThrow(), "parameters", i);
      }
    }
  }

  private static void checkEncoding(PipelineDefinition definition) {
    Set<String> columns = LearningDefinition.columns(definition);
    EncodingPlan plan = definition.section(EncodingSection.SECTION);
    for (int i = 0; i < plan.columns().size(); i++) {
      for (String feature : plan.columns().get(i).features()) {
        if (!columns.contains(feature)) {
          throw new DefinitionException(
              "there is no feature '%s'; %s".formatted(feature, Suggestion.among(columns, feature)),
              EncodingSection.SECTION.key(),
              "columns",
              i);
        }
      }
    }
  }

  @Override
  public StepResult run(StepContext context) throws IOException, InterruptedException {
    Instant started = clock.instant();
    TrainingSpec spec = context.definition().section(TrainingSpec.SECTION);
    ConfiguredTrainer<?> trainer = trainer(context, spec);
    LearningData data = reader.read(context);
    requireHoldOut(data);
    TrackingRun tracking = runs.forTraining(context, data.facts().name());
    Map<String, String> params = params(context, data, spec, trainer);
    tracking.params(params);
    ModelBundle bundle = train(context, spec, trainer, data, started);
    LOG.infof("Trained %s", bundle.estimator());
    LoggedModel stored = store(bundle, context, tracking, params);
    LOG.infof("Stored the model in %s", stored.artifactUri());
    Optional<TreeEnsemble> trees =
        bundle.estimator() instanceof TreeEnsemble found ? Optional.of(found) : Optional.empty();
    return new StepResult.Succeeded(
        new TrainingResult(
            Optional.of(tracking.id()),
            spec.algorithm().key(),
            trainer.byName(),
            data.training().size(),
            stored.artifactUri(),
            Optional.of(stored.id()),
            Optional.empty(),
            trees.map(found -> (long) found.trees()),
            trees.map(found -> (long) found.nodes())));
  }

  private static ConfiguredTrainer<?> trainer(StepContext context, TrainingSpec spec) {
    try {
      return ConfiguredTrainer.of(spec.algorithm(), context.parameters());
    } catch (IllegalArgumentException wrong) {
      throw new StepFailedException(wrong.getMessage(), wrong);
    }
  }

  private static void requireHoldOut(LearningData data) {
    if (data.holdOut().isEmpty()) {
      throw new StepFailedException(
          "None of the %d usable rows of %s is in the hold-out, so a model could not be measured. Use a larger file, or raise 'split.testShare'."
              .formatted(data.examples().size(), data.facts().name()));
    }
  }

  private ModelBundle train(
      StepContext context,
      TrainingSpec spec,
      ConfiguredTrainer<?> trainer,
      LearningData data,
      Instant started)
      throws InterruptedException {
    EncodingPlan plan = context.definition().section(EncodingSection.SECTION);
    FeatureSchema schema = LearningDefinition.schema(context.definition());
    int threads =
        config.threads() > 0 ? config.threads() : Runtime.getRuntime().availableProcessors();
    LOG.infof(
        "Training %s %s, seed %s, on %d threads",
        spec.algorithm().key(), trainer.byName(), spec.seed(), threads);
    requireTask(spec, data);
    try {
      return switch (data.facts().task()) {
        case REGRESSION ->
            new Challenger(
                    new ModelTraining(spec, plan, trainer, threads)
                        .train(schema, data.training(), data.outliers(), context.progress()),
                    data,
                    trainer)
                .bundle(registry.commit(), started, clock.instant());
        case CLASSIFICATION ->
            new ClassChallenger(
                    new ClassTraining(spec, plan, trainer, threads)
                        .train(schema, data, context.progress()),
                    data,
                    trainer)
                .bundle(registry.commit(), started, clock.instant());
      };
    } catch (IllegalArgumentException unsuitable) {
      throw new StepFailedException(
          "The model cannot be learned: " + unsuitable.getMessage(), unsuitable);
    }
  }

  private static void requireTask(TrainingSpec spec, LearningData data) {
    Task task = data.facts().task();
    if (!spec.algorithm().trainer().tasks().contains(task)) {
      throw new StepFailedException(
          "The algorithm %s does not learn %s. Name another one in 'training': %s."
              .formatted(
                  spec.algorithm().key(),
                  task == Task.REGRESSION ? "numbers" : "classes",
                  String.join(", ", Algorithm.of(task))));
    }
  }

  private static LoggedModel store(
      ModelBundle bundle, StepContext context, TrackingRun tracking, Map<String, String> params) {
    String name = context.definition().section(ModelSpec.SECTION).name();
    Map<String, String> tags = Map.of(TrackingRuns.RUN_TAG, context.runId().toString());
    return tracking.logModel(
        new ModelDescription(bundle.provenance().algorithm(), params, tags),
        model -> {
          ModelMeta meta =
              new ModelMeta(
                  tracking.id(),
                  Optional.of(model.id()),
                  model.artifactUri(),
                  name,
                  bundle.provenance().finishedAt());
          SequencedMap<String, byte[]> files =
              new LinkedHashMap<>(BundleWriter.files(bundle, meta, ModelExport.of(bundle)));
          files.putLast(LAST_FILE, files.get(LAST_FILE));
          return files;
        });
  }

  private static Map<String, String> params(
      StepContext context, LearningData data, TrainingSpec spec, ConfiguredTrainer<?> trainer) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put(LearningDefinition.PARAMETER, data.facts().name());
    context.parameters().values().forEach((name, value) -> params.put(name, value.toString()));
    trainer.byName().forEach((name, value) -> params.put(TrainerParameters.PREFIX + name, value));
    params.put("task", data.facts().task().name().toLowerCase(Locale.ROOT));
    params.put("training.algorithm", spec.algorithm().key());
    params.put("training.seed", spec.seed().toString());
    return params;
  }
}
