package io.drivetrain.pipeline.quality;

import io.drivetrain.pipeline.definition.DefinitionException;
import io.drivetrain.pipeline.definition.DefinitionSection;
import io.drivetrain.pipeline.definition.PipelineDefinition;
import io.drivetrain.pipeline.feature.LearningData;
import io.drivetrain.pipeline.feature.LearningDataReader;
import io.drivetrain.pipeline.ingest.UnusableDataException;
import io.drivetrain.pipeline.report.ModelSpec;
import io.drivetrain.pipeline.report.RunFacts;
import io.drivetrain.pipeline.report.TrackedRun;
import io.drivetrain.pipeline.report.TrackedRuns;
import io.drivetrain.pipeline.step.Step;
import io.drivetrain.pipeline.step.StepContext;
import io.drivetrain.pipeline.step.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Kind {@code quality}: reads the file and holds it against the expectations, before anything is
 * learned from it. It also opens the run's record in the registry, where its report is kept.
 */
@ApplicationScoped
public class QualityStep implements Step {
  private static final String REPORT = "quality_report.json";

  private final LearningDataReader reader;
  private final TrackedRuns runs;

  public QualityStep(LearningDataReader reader, TrackedRuns runs) {
    this.reader = reader;
    this.runs = runs;
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
  public void check(PipelineDefinition definition) {
    Set<String> columns = LearningDataReader.columns(definition);
    List<Expectation> expectations = definition.section(QualitySpec.SECTION).expectations();
    for (int i = 0; i < expectations.size(); i++) {
      String column = expectations.get(i).about().orElse("");
      if (!column.isEmpty() && !columns.contains(column)) {
        throw new DefinitionException(
            "there is no column '%s'; the columns are %s".formatted(column, columns),
            QualitySpec.SECTION.key(),
            "expectations",
            i);
      }
    }
  }

  @Override
  public StepResult run(StepContext context) throws IOException {
    String file = context.parameters().file(LearningDataReader.PARAMETER);
    TrackedRun record = runs.open(context, file);
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(RunFacts.MLFLOW_RUN, record.id());
    output.put("data", file);
    context.progress().report("reading " + file, 0.1);
    try {
      LearningData data = reader.read(context);
      output.putAll(DataProfile.of(data).byName());
      return judge(context, data, record, output);
    } catch (UnusableDataException unusable) {
      record.json(REPORT, Map.of("data", file, "accepted", false, "reason", unusable.getMessage()));
      return new StepResult.Rejected(unusable.getMessage(), output);
    }
  }

  private static StepResult judge(
      StepContext context, LearningData data, TrackedRun record, Map<String, Object> output) {
    QualityVerdict verdict =
        new QualityCheck(data.table(), data.preparation())
            .verdict(context.definition().section(QualitySpec.SECTION));
    record.tags(Map.of("drivetrain.data_hash", data.table().file().sha256()));
    record.json(REPORT, QualityReport.of(data, verdict));
    output.put("warnings", warnings(verdict));
    return switch (verdict) {
      case QualityVerdict.Accepted _ -> new StepResult.Succeeded(output);
      case QualityVerdict.Refused refused -> new StepResult.Rejected(refused.reason(), output);
    };
  }

  private static List<String> warnings(QualityVerdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> !finding.passed() && finding.severity() == Severity.WARN)
        .map(Finding::sentence)
        .toList();
  }
}
