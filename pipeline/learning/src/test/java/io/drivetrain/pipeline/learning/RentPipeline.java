package io.drivetrain.pipeline.learning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import io.drivetrain.pipeline.engine.output.OutputJson;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.output.StoredOutput;
import io.drivetrain.pipeline.engine.parameter.DataFolder;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.data.LearningDataReader;
import io.drivetrain.pipeline.learning.data.PreparedStore;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import io.drivetrain.pipeline.learning.data.source.SourceFiles;
import io.drivetrain.pipeline.learning.evaluation.EvaluateStep;
import io.drivetrain.pipeline.learning.html.HtmlPagesFixtures;
import io.drivetrain.pipeline.learning.html.Language;
import io.drivetrain.pipeline.learning.promotion.PromoteProductionStep;
import io.drivetrain.pipeline.learning.promotion.PromoteStagingStep;
import io.drivetrain.pipeline.learning.promotion.ServingConfig;
import io.drivetrain.pipeline.learning.promotion.StagedVersionCleanup;
import io.drivetrain.pipeline.learning.promotion.StopwatchDouble;
import io.drivetrain.pipeline.learning.promotion.ValidateStagingStep;
import io.drivetrain.pipeline.learning.quality.QualityStep;
import io.drivetrain.pipeline.learning.report.ReportDocuments;
import io.drivetrain.pipeline.learning.report.ReportStep;
import io.drivetrain.pipeline.learning.report.RunReports;
import io.drivetrain.pipeline.learning.report.SnapshotsDouble;
import io.drivetrain.pipeline.learning.tracking.RegistryConfig;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.pipeline.learning.training.TrainStep;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.source.ModelSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real steps on rents and a registry in memory, without the engine around them. */
public final class RentPipeline implements AfterEachCallback {
  private static final String DATA = "rents.csv";
  private static final String MODEL = "rent_predictor";
  private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");

  private final Path folder = temporaryFolder();
  private final ReadingLimits limits = new ReadingLimits(folder, folder.resolve("cache"));
  private final CountedFiles files = new CountedFiles(folder);
  private final InMemoryRegistry registry = new InMemoryRegistry(MODEL);
  private final RegistryClient client =
      RegistryClient.connect(RegistryClientConfig.of(registry.uri()));
  private final ModelSource models = ModelSource.open(client);
  private final StopwatchDouble stopwatch = new StopwatchDouble();
  private final Serving serving = new Serving();
  private final SnapshotsDouble accounts = new SnapshotsDouble();
  private final RunReports reports;
  private final List<Step> steps;
  private String definition = Rents.definition();

  /** On 400 flats. */
  public RentPipeline() {
    data(Rents.csv(400, 1));
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    RegistryConfig config = new Registry(registry.uri());
    TrackingRuns runs = new TrackingRuns(client, config, clock);
    this.reports = new RunReports(accounts, runs, client);
    LearningDataReader reader =
        new LearningDataReader(files, new PreparedStore(client, limits), limits);
    this.steps =
        List.of(
            new QualityStep(
                reader,
                runs,
                models,
                HtmlPagesFixtures.pages(),
                () -> Language.EN,
                limits,
                () -> Duration.ofSeconds(30)),
            new TrainStep(reader, runs, () -> 2, config, clock),
            new EvaluateStep(reader, runs, models),
            new PromoteStagingStep(runs, client),
            new ValidateStagingStep(runs, client, models, stopwatch),
            new PromoteProductionStep(runs, client, models, serving, stopwatch),
            new ReportStep(
                runs,
                reports,
                new ReportDocuments(HtmlPagesFixtures.pages()),
                () -> Language.EN,
                List.of(new StagedVersionCleanup(client))));
  }

  /** Counts how often a file is opened. */
  private static final class CountedFiles extends SourceFiles {
    private int opened;

    private CountedFiles(Path folder) {
      super(new DataFolder(() -> folder));
    }

    @Override
    public InputStream open(String name) throws IOException {
      opened++;
      return super.open(name);
    }
  }

  private record Registry(URI trackingUri) implements RegistryConfig {
    @Override
    public String commit() {
      return "0123456";
    }
  }

  /** Nobody serves unless a test says so. */
  private static final class Serving implements ServingConfig {
    private List<URI> urls = List.of();
    private String model = MODEL;

    @Override
    public Optional<List<URI>> url() {
      return urls.isEmpty() ? Optional.empty() : Optional.of(urls);
    }

    @Override
    public String model() {
      return model;
    }

    @Override
    public Duration within() {
      return Duration.ofSeconds(5);
    }
  }

  public InMemoryRegistry registry() {
    return registry;
  }

  /** The models as the steps read them. */
  public ModelSource models() {
    return models;
  }

  /** The time that models are tried out in. */
  public StopwatchDouble stopwatch() {
    return stopwatch;
  }

  /** Says who serves the champion of a registered model. */
  public RentPipeline servedAt(String model, URI... urls) {
    serving.model = model;
    serving.urls = List.of(urls);
    return this;
  }

  public List<Step> steps() {
    return steps;
  }

  /** Another definition for the runs to come. */
  public RentPipeline definition(String text) {
    definition = text;
    return this;
  }

  /** Of runs as their last step saw them. */
  public RunReports reports() {
    return reports;
  }

  /** Changes the definition for the runs to come. */
  public RentPipeline with(String text, String replacement) {
    if (!definition.contains(text)) {
      throw new AssertionError("the definition does not say " + text);
    }
    definition = definition.replace(text, replacement);
    return this;
  }

  /** Takes a file for {@code rents.csv}. */
  public RentPipeline file(Path file) throws IOException {
    Files.copy(file, folder.resolve(DATA), StandardCopyOption.REPLACE_EXISTING);
    return this;
  }

  /** How often a step has opened {@code rents.csv}. */
  public int filesOpened() {
    return files.opened;
  }

  /** From now on steps run on a machine that has no copies of prepared data. */
  public RentPipeline onAnotherMachine() {
    deleteAll(limits.cacheFolder());
    return this;
  }

  /** The copies of prepared data on this machine. */
  public List<Path> copies() throws IOException {
    try (Stream<Path> list = Files.list(limits.cacheFolder())) {
      return list.toList();
    }
  }

  /** Takes {@code rents.csv} away. */
  public RentPipeline withoutData() {
    try {
      Files.delete(folder.resolve(DATA));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    return this;
  }

  /** Writes {@code rents.csv}. */
  public RentPipeline data(String csv) {
    return data(csv.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes of the file. */
  public RentPipeline data(byte[] file) {
    try {
      Files.write(folder.resolve(DATA), file);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    return this;
  }

  public Run start() {
    return new Run(Definitions.accepted(definition, steps));
  }

  /** A run that goes on from another one, with the definition as it is now. */
  public Run goOn(Run origin, Map<String, Object> parameters, Collection<String> reused) {
    Run run = start();
    run.parameters.putAll(origin.parameters);
    run.parameters.putAll(parameters);
    for (String step : reused) {
      run.outputs.put(step, origin.document(step));
      run.outcomes.put(step, new StepOutcome(StepState.REUSED, null, null, 0, null, null));
    }
    return run;
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    models.close();
    client.close();
    registry.close();
    Files.deleteIfExists(folder.resolve(DATA));
    deleteAll(limits.cacheFolder());
    Files.delete(folder);
  }

  private static void deleteAll(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("rents");
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** One run: its steps hand on what they wrote, as in the engine. */
  public final class Run {
    private static final ObjectMapper VALUES = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final UUID id = UUID.randomUUID();
    private final PipelineDefinition definition;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, StepDocument> outputs = new LinkedHashMap<>();
    private final Map<String, StepOutcome> outcomes = new LinkedHashMap<>();
    private long fence = 1;

    private Run(PipelineDefinition definition) {
      this.definition = definition;
      definition.parameters().forEach(one -> parameters.put(one.name(), one.defaultValue()));
    }

    public UUID id() {
      return id;
    }

    public Run with(String parameter, Object value) {
      parameters.put(parameter, value);
      return this;
    }

    public PipelineDefinition definition() {
      return definition;
    }

    public RunParameters parameters() {
      return new RunParameters(parameters);
    }

    /** From now on steps run as those do that another worker has taken over. */
    public Run takenOver() {
      fence++;
      return this;
    }

    /** How the steps ended, by step. */
    public Map<String, StepOutcome> outcomes() {
      return outcomes;
    }

    /** What a step wrote. */
    public Map<String, Object> output(String step) {
      StepDocument document = outputs.get(step);
      return document == null ? null : VALUES.convertValue(document.fields(), OBJECT);
    }

    /** The same as it is stored. */
    public StepDocument document(String step) {
      return outputs.getOrDefault(step, StepDocument.NONE);
    }

    /** Runs a step as a process would that dies before it can tell. */
    public StepResult runWithoutTelling(String step) {
      Step called = kind(definition.step(step).orElseThrow());
      accounts.begins(step, context(called), parameters(), NOW);
      try {
        return called.run(context(called));
      } catch (StepFailedException failed) {
        return new StepResult.Failed(failed.getMessage());
      } catch (RuntimeException unexpected) {
        throw unexpected;
      } catch (Exception unexpected) {
        throw new AssertionError(unexpected);
      }
    }

    public StepResult run(String step) {
      StepResult result = runWithoutTelling(step);
      switch (result) {
        case StepResult.Succeeded succeeded -> {
          outputs.put(step, OutputJson.document(succeeded.output()));
          ended(step, StepState.SUCCEEDED, null, null);
        }
        case StepResult.Rejected rejected -> {
          outputs.put(step, OutputJson.document(rejected.output()));
          ended(step, StepState.REJECTED, StepReason.GATE, rejected.message());
        }
        case StepResult.Failed failed ->
            ended(step, StepState.FAILED, StepReason.EXCEPTION, failed.message());
      }
      return result;
    }

    /** Says that a step ended badly, without running it. */
    public Run ends(String step, StepState state) {
      ended(step, state, null, "as the test says");
      return this;
    }

    /** Runs steps in the order of the definition until this one; each must succeed. */
    public Run runUntil(String last) {
      for (var step : definition.steps()) {
        StepResult result = run(step.id());
        if (!(result instanceof StepResult.Succeeded)) {
          throw new AssertionError(step.id() + ": " + result);
        }
        if (step.id().equals(last)) {
          break;
        }
      }
      return this;
    }

    /** Ends the steps from one on as a cancel does; what always runs is still to come. */
    public Run cancelFrom(String first) {
      definition.steps().stream()
          .filter(step -> !step.always())
          .dropWhile(step -> !step.id().equals(first))
          .forEach(step -> {
            outputs.put(step.id(), StepDocument.NONE);
            ended(step.id(), StepState.CANCELLED, StepReason.USER, "Cancelled: wrong file");
          });
      return this;
    }

    private void ended(String step, StepState state, StepReason reason, String message) {
      outcomes.put(step, new StepOutcome(state, reason, message, 1, NOW, NOW.plusSeconds(2)));
    }

    private StepOutputs stored() {
      return new StepOutputs(
          definition.steps().stream()
              .filter(step -> outputs.containsKey(step.id()))
              .map(step -> new StoredOutput(step.id(), kind(step).output(), outputs.get(step.id())))
              .toList());
    }

    private Step kind(StepSpec step) {
      return steps.stream().filter(one -> one.kind().equals(step.kind())).findFirst().orElseThrow();
    }

    private StepContext context(Step called) {
      return new StepContext(
          id,
          definition,
          parameters().only(called::reads),
          stored(),
          outcomes,
          1,
          fence,
          NOW,
          (text, fraction) -> {});
    }
  }
}
