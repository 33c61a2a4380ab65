package io.drivetrain.pipeline.learning.quality;

import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.PreparedData;
import io.drivetrain.pipeline.api.quality.QualityResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.api.step.Dataset;
import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.api.step.StepLink;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.output.StepOutput;
import io.drivetrain.pipeline.engine.step.Step;
import io.drivetrain.pipeline.engine.step.StepContext;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.data.DataFacts;
import io.drivetrain.pipeline.learning.data.KnownRows;
import io.drivetrain.pipeline.learning.data.LearningDataReader;
import io.drivetrain.pipeline.learning.data.PreparedSource;
import io.drivetrain.pipeline.learning.data.definition.LearningDefinition;
import io.drivetrain.pipeline.learning.data.duckdb.IngestConfig;
import io.drivetrain.pipeline.learning.data.source.UnusableDataException;
import io.drivetrain.pipeline.learning.drift.TrainingProfile;
import io.drivetrain.pipeline.learning.html.HtmlConfig;
import io.drivetrain.pipeline.learning.html.HtmlPages;
import io.drivetrain.pipeline.learning.quality.check.EarlierData;
import io.drivetrain.pipeline.learning.quality.check.QualityCheck;
import io.drivetrain.pipeline.learning.quality.check.QualityVerdict;
import io.drivetrain.pipeline.learning.quality.expectation.EarlierDataExpectation;
import io.drivetrain.pipeline.learning.quality.expectation.QualitySpec;
import io.drivetrain.pipeline.learning.quality.sql.DataSql;
import io.drivetrain.pipeline.learning.quality.sql.QualityConfig;
import io.drivetrain.pipeline.learning.quality.sql.SqlWords;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.RunLinks;
import io.drivetrain.pipeline.learning.tracking.TrackingRun;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.registry.client.source.ModelSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Kind {@code quality}: reads the file and holds it against the expectations, before anything is
 * learned from it. It also opens the run's record in the registry, where its report is kept.
 */
@ApplicationScoped
public class QualityStep implements Step {
  private static final Logger LOG = Logger.getLogger(QualityStep.class);

  private static final StepLabel DATA_HASH =
      new StepLabel("SHA-256 of the data", "SHA-256 des données");

  private static final String REPORT = "quality_report.json";
  private static final String PAGE = "quality_report.html";

  private final LearningDataReader reader;
  private final TrackingRuns runs;
  private final EarlierDataReader earlierData;
  private final HtmlPages pages;
  private final HtmlConfig html;
  private final IngestConfig ingest;
  private final QualityConfig config;

  public QualityStep(
      LearningDataReader reader,
      TrackingRuns runs,
      ModelSource models,
      HtmlPages pages,
      HtmlConfig html,
      IngestConfig ingest,
      QualityConfig config) {
    this.reader = reader;
    this.runs = runs;
    this.earlierData = new EarlierDataReader(models, runs);
    this.pages = pages;
    this.html = html;
    this.ingest = ingest;
    this.config = config;
  }

  @Override
  public String kind() {
    return "quality";
  }

  @Override
  public StepLabel label() {
    return new StepLabel("Check the data", "Vérifier les données");
  }

  @Override
  public StepOutput<QualityResult> output() {
    return StepOutput.of(QualityResult.class)
        .linking(result ->
            Stream.of(
                    RunLinks.trackingRun(result),
                    result.dataHash().map(hash -> StepLink.of("dataHash", hash, DATA_HASH)))
                .flatMap(Optional::stream)
                .toList())
        .reading(result ->
            result.data().map(file -> new Dataset("file", file, result.dataHash())).stream()
                .toList());
  }

  @Override
  public Set<DefinitionSection<?>> sections() {
    Set<DefinitionSection<?>> sections = new HashSet<>(LearningDefinition.SECTIONS);
    sections.add(QualitySpec.SECTION);
    sections.add(ModelSpec.SECTION);
    return sections;
  }

  @Override
  public boolean reads(String parameter) {
    return parameter.equals(LearningDefinition.PARAMETER);
  }

  @Override
  public void check(PipelineDefinition definition) {
    LearningDefinition.requireParameter(definition);
    new ExpectationRules(
            LearningDefinition.schema(definition),
            LearningDefinition.columns(definition),
            ingest,
            config)
        .check(definition.section(QualitySpec.SECTION));
  }

  @Override
  public StepResult run(StepContext context) throws IOException {
    String file = context.parameters().file(LearningDefinition.PARAMETER);
    TrackingRun tracking = runs.open(context, file);
    context.progress().report("reading " + file, 0.1);
    try (PreparedSource source = reader.prepare(context)) {
      return judge(context, source, tracking);
    } catch (UnusableDataException unusable) {
      leave(tracking, QualityReport.unusable(file, unusable.getMessage()), context);
      return new StepResult.Rejected(
          unusable.getMessage(), QualityResult.unusable(tracking.id(), file));
    }
  }

  private StepResult judge(StepContext context, PreparedSource source, TrackingRun tracking)
      throws IOException {
    PipelineDefinition definition = context.definition();
    TrainingProfile profile =
        TrainingProfile.of(source.data(), LearningDefinition.schema(definition));
    QualityVerdict verdict = verdict(context, source, profile);
    log(verdict);
    DataFacts facts = source.data().facts();
    tracking.tags(Map.of(TrackingRuns.DATA_HASH_TAG, facts.sha256()));
    tracking.json(TrainingProfile.PATH, profile);
    KnownRows.of(source.data().examples())
        .ifPresent(rows -> tracking.artifact(KnownRows.PATH, rows.file()));
    leave(tracking, QualityReport.of(facts, verdict), context);
    return switch (verdict) {
      case QualityVerdict.Accepted _ -> {
        PreparedData kept = reader.keep(tracking, source);
        yield new StepResult.Succeeded(result(facts, tracking, verdict, Optional.of(kept)));
      }
      case QualityVerdict.Refused refused ->
          new StepResult.Rejected(
              refused.reason(), result(facts, tracking, verdict, Optional.empty()));
    };
  }

  private static QualityResult result(
      DataFacts facts,
      TrackingRun tracking,
      QualityVerdict verdict,
      Optional<PreparedData> prepared) {
    return new QualityResult(
        Optional.of(tracking.id()),
        Optional.of(facts.name()),
        Optional.of(facts.sha256()),
        Optional.of(facts.rows()),
        Optional.of(facts.unreadable()),
        Optional.of(facts.dropped()),
        Optional.of(facts.training()),
        Optional.of(facts.holdOut()),
        Optional.of(warnings(verdict)),
        prepared);
  }

  private static void log(QualityVerdict verdict) {
    List<Finding> unmet = verdict.findings().stream().filter(finding -> !finding.passed()).toList();
    LOG.infof(
        "%d of %d expectations are met",
        verdict.findings().size() - unmet.size(), verdict.findings().size());
    unmet.forEach(finding -> LOG.warnf("%s: %s", finding.expectation(), finding.sentence()));
  }

  private QualityVerdict verdict(
      StepContext context, PreparedSource source, TrainingProfile profile) throws IOException {
    PipelineDefinition definition = context.definition();
    FeatureSchema schema = LearningDefinition.schema(definition);
    QualitySpec spec = definition.section(QualitySpec.SECTION).guarded();
    EarlierData earlier =
        spec.of(EarlierDataExpectation.class).isEmpty()
            ? new EarlierData.Unknown("no expectation compares")
            : earlierData.read(definition.section(ModelSpec.SECTION));
    try (DataSql sql = DataSql.open(source.parquet(), schema, ingest, config)) {
      return QualityCheck.of(source, schema, sql, context.startedAt(), earlier, profile)
          .verdict(spec);
    } catch (SQLException failed) {
      throw new IOException("The expectations cannot be checked: " + SqlWords.of(failed), failed);
    }
  }

  private void leave(TrackingRun tracking, QualityReport report, StepContext context) {
    tracking.json(REPORT, report);
    tracking.text(PAGE, pages.render(PAGE, QualityPage.of(report, context, html.language())));
  }

  private static List<String> warnings(QualityVerdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> !finding.passed() && finding.severity() == Severity.WARN)
        .map(Finding::sentence)
        .toList();
  }
}
