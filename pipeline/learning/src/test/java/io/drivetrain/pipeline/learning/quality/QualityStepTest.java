package io.drivetrain.pipeline.learning.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QualityStepTest {
  private static final String STEP = "check_data_quality";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void acceptsGoodDataAndTellsWhatItHolds() {
    RentPipeline.Run run = pipeline.start();

    assertThat(run.run(STEP)).isInstanceOf(StepResult.Succeeded.class);

    var record = pipeline.registry().onlyRun();
    JsonNode report = pipeline.registry().json(record, "quality_report.json");
    assertThat(run.output(STEP))
        .containsEntry("mlflowRunId", record.id())
        .containsEntry("rows", 400L)
        .containsEntry("data", "rents.csv");
    assertThat(record.tags())
        .containsEntry("drivetrain.run_id", run.id().toString())
        .containsEntry("drivetrain.data_hash", (String) run.output(STEP).get("dataHash"));
    assertThat(report.path("accepted").asBoolean()).isTrue();
    assertThat(report.path("findings")).hasSize(7);
    assertThat(report.path("profile").path("train").asInt())
        .isEqualTo(400 - report.path("profile").path("test").asInt());
  }

  @Test
  void rejectsAFileWithTooFewRows() {
    pipeline.with("min: 300", "min: 1000").data(Rents.csv(500, 1));

    assertThat(rejection()).contains("expected at least 1,000 rows, found 500");
  }

  @Test
  void rejectsAFileWithMostCellsMissing() {
    String csv =
        Rents.csv(400, 1)
            .lines()
            .skip(1)
            .map(line -> line.replaceAll("(;[^;]*){3};", ";--;--;;"))
            .reduce(Rents.HEADER, (all, line) -> all + line + "\n");
    pipeline.data(csv);

    assertThat(rejection())
        .contains(
            "expected less than 50.0 % missing cells, found 60.0 % (1,200 of 2,000)"
                + " (first: line 2, '--')");
  }

  @Test
  void rejectsAFileWithoutTheTarget() {
    pipeline.data(Rents.csv(400, 1).replace("Loyer", "Prix"));

    assertThat(rejection())
        .isEqualTo(
            "rents.csv has no column 'Loyer' (rent). Columns found: Ville, Surface, Meublé,"
                + " Libre le, Prix. Rename the column, or its 'source' in the definition.");
  }

  @Test
  void rejectsWhatIsNoTable() {
    pipeline.data("\u0000\u0001\u0002 no table");

    assertThat(rejection()).startsWith("rents.csv is not a CSV file: it holds binary data");
  }

  @Test
  void rejectsAFileThatIsNotThere() {
    pipeline.withoutData();

    assertThat(rejection()).isEqualTo("There is no readable file 'rents.csv' in the data folder.");
  }

  @Test
  void warningsStandInTheOutput() {
    RentPipeline.Run run = pipeline.data(Rents.csv(400, 1).replace("Tanger", "Oujda")).start();

    assertThat(run.run(STEP)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(run.output(STEP).get("warnings")).asInstanceOf(LIST).hasSize(1);
  }

  @Test
  void aTryAfterACrashGoesOnWithTheSameRecord() {
    RentPipeline.Run run = pipeline.start();

    run.runWithoutTelling(STEP);
    run.run(STEP);

    assertThat(run.output(STEP)).containsEntry("mlflowRunId", pipeline.registry().onlyRun().id());
  }

  @Test
  void everyRunHasARecordOfItsOwn() {
    pipeline.start().run(STEP);
    pipeline.start().run(STEP);

    assertThat(pipeline.registry().runs()).hasSize(2);
  }

  @Test
  void refusesADefinitionThatExpectsSomethingOfAnUnknownColumn() {
    String text = Rents.definition().replace("column: city", "column: town");

    DefinitionReading reading = Definitions.reading(text, pipeline.steps());

    assertThat(reading).isInstanceOf(DefinitionReading.Refused.class);
    assertThat(((DefinitionReading.Refused) reading).errors().getFirst().message())
        .isEqualTo(
            "there is no column 'town'; the columns are [city, area, furnished, free_from, rent]");
  }

  /** Of a run on rents.csv, whose report must say the same. */
  private String rejection() {
    StepResult result = pipeline.start().run(STEP);

    assertThat(result).isInstanceOf(StepResult.Rejected.class);
    JsonNode report =
        pipeline.registry().json(pipeline.registry().onlyRun(), "quality_report.json");
    String message = ((StepResult.Rejected) result).message();
    assertThat(report.path("accepted").asBoolean()).isFalse();
    assertThat(report.path("reason").asText()).isEqualTo(message);
    return message;
  }
}
