package io.drivetrain.pipeline.learning.quality;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.data.IngestConfig;
import io.drivetrain.pipeline.learning.data.UnusableDataException;
import io.drivetrain.pipeline.learning.drift.TrainingProfile;
import io.drivetrain.pipeline.learning.feature.LearningData;
import io.drivetrain.pipeline.learning.feature.LearningDataReader;
import io.drivetrain.pipeline.learning.page.Pages;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RunFacts;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.registry.client.ModelSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Kind {@code quality}: reads the file and holds it against the expectations, before anything is
 * learned from it. It also opens the run's record in the registry, where its report is kept.
 */
@ApplicationScoped
public class QualityStep implements Step {
  private static final Logger LOG = Logger.getLogger(QualityStep.class);

  private static final String REPORT = "quality_report.json";
  private static final String PAGE = "quality_report.html";

  private final LearningDataReader reader;
  private final TrackingRuns runs;
  private final EarlierDataReader earlierData;
  private final Pages pages;
  private final IngestConfig ingest;
  private final QualityConfig config;

  public QualityStep(
      LearningDataReader reader,
      TrackingRuns runs,
      ModelSource models,
      Pages pages,
      IngestConfig ingest,
      QualityConfig config) {
    this.reader = reader;
    this.runs = runs;
    this.earlierData = new EarlierDataReader(models, runs);
    this.pages = pages;
    this.ingest = ingest;
    this.config = config;
  }

  @Override
  public String kind() {
    return "quality";
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    Set<DefinitionSection<?>> sections = new HashSet<>(LearningDataReader.SECTIONS);
    sections.add(QualitySpec.SECTION);
    sections.add(ModelSpec.SECTION);
    return sections;
  }

  @Override
  public boolean reads(String parameter) {
    return parameter.equals(LearningDataReader.PARAMETER);
  }

  @Override
  public void check(PipelineDefinition definition) {
    LearningDataReader.requireParameter(definition);
    new ExpectationRules(
            LearningDataReader.schema(definition),
            LearningDataReader.columns(definition),
            ingest,
            config)
        .check(definition.section(QualitySpec.SECTION));
  }

  @Override
  public StepResult run(StepContext context) throws IOException {
    String file = context.parameters().file(LearningDataReader.PARAMETER);
    TrackingRun record = runs.open(context, file);
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(RunFacts.MLFLOW_RUN, record.id());
    output.put("data", file);
    context.progress().report("reading " + file, 0.1);
    try {
      LearningData data = reader.read(context);
      output.putAll(DataProfile.of(data).byName());
      return judge(context, data, record, output);
    } catch (UnusableDataException unusable) {
      leave(record, QualityReport.unusable(file, unusable.getMessage()), context);
      return new StepResult.Rejected(unusable.getMessage(), output);
    }
  }

  private StepResult judge(
      StepContext context, LearningData data, TrackingRun record, Map<String, Object> output) {
    PipelineDefinition definition = context.definition();
    TrainingProfile profile = TrainingProfile.of(data, LearningDataReader.schema(definition));
    QualityVerdict verdict =
        check(context, data, profile).verdict(definition.section(QualitySpec.SECTION));
    log(verdict);
    record.tags(Map.of(TrackingRuns.DATA_HASH_TAG, data.table().file().sha256()));
    record.json(TrainingProfile.PATH, profile);
    leave(record, QualityReport.of(data, verdict), context);
    output.put("warnings", warnings(verdict));
    return switch (verdict) {
      case QualityVerdict.Accepted _ -> new StepResult.Succeeded(output);
      case QualityVerdict.Refused refused -> new StepResult.Rejected(refused.reason(), output);
    };
  }

  private static void log(QualityVerdict verdict) {
    List<Finding> unmet = verdict.findings().stream().filter(finding -> !finding.passed()).toList();
    LOG.infof(
        "%d of %d expectations are met",
        verdict.findings().size() - unmet.size(), verdict.findings().size());
    unmet.forEach(finding -> LOG.warnf("%s: %s", finding.expectation(), finding.sentence()));
  }

  private QualityCheck check(StepContext context, LearningData data, TrainingProfile profile) {
    PipelineDefinition definition = context.definition();
    FeatureSchema schema = LearningDataReader.schema(definition);
    boolean compares =
        !definition.section(QualitySpec.SECTION).of(EarlierDataExpectation.class).isEmpty();
    EarlierData earlier =
        compares
            ? earlierData.read(definition.section(ModelSpec.SECTION))
            : new EarlierData.Unknown("no expectation compares");
    return new QualityCheck(
        data.table().file().name(),
        new FileCheck(data.table(), data.preparation(), schema, context.startedAt()),
        new ValueCheck(data.table()),
        new SqlCheck(data.table(), schema, ingest, config),
        new EarlierDataCheck(earlier, profile));
  }

  private void leave(TrackingRun record, QualityReport report, StepContext context) {
    record.json(REPORT, report);
    record.text(PAGE, pages.render(PAGE, QualityPage.of(report, context)));
  }

  private static List<String> warnings(QualityVerdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> !finding.passed() && finding.severity() == Severity.WARN)
        .map(Finding::sentence)
        .toList();
  }
}
