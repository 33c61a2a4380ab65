package io.drivetrain.pipeline.learning.quality.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file beside that which the model in production was trained on. */
class EarlierDataTest {
  private static final String STEP = "check_data_quality";
  private static final String ROWS = "    - {type: rows, min: 300}\n";
  private static final Pattern AREA = Pattern.compile(";(\\d+\\.\\d);");

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @BeforeEach
  void expectNoDrift() {
    pipeline.with(
        ROWS, ROWS + "    - {type: drift}\n    - {type: row_count_change, fall: 0.2, rise: 0.2}\n");
  }

  @Test
  void theFirstModelHasNothingToBeComparedWith() {
    pipeline.start().run(STEP);

    assertThat(finding("drift").path("passed").asBoolean()).isTrue();
    assertThat(finding("drift").path("observed").asText())
        .isEqualTo("nothing to compare with: no model is in production yet");
    assertThat(finding("row_count_change").path("passed").asBoolean()).isTrue();
  }

  @Test
  void otherRowsOfTheSameKindHaveNotDrifted() {
    promoteAModel();

    pipeline.data(Rents.csv(400, 2)).start().run(STEP);

    assertThat(finding("drift").path("observed").asText())
        .isEqualTo("0 of 5 columns drifted since version 1");
    assertThat(finding("row_count_change").path("observed").asText())
        .isEqualTo("0.0 % more (400 after 400 of version 1)");
  }

  @Test
  void aShiftedColumnIsNamedAndStopsNothing() {
    promoteAModel();

    RentPipeline.Run run = pipeline.data(withLargerAreas(Rents.csv(400, 2))).start();

    assertThat(run.run(STEP)).isInstanceOf(StepResult.Succeeded.class);
    assertThat(finding("drift").path("passed").asBoolean()).isFalse();
    assertThat(drifted()).containsExactly("area");
    assertThat(run.output(STEP).get("warnings"))
        .asInstanceOf(LIST)
        .singleElement()
        .isEqualTo(
            "expected 100.0 % columns spread as before or more, found 1 of 5 columns drifted (area)"
                + " since version 1");
  }

  @Test
  void aDefinitionCanMakeDriftAReasonToReject() {
    promoteAModel();
    pipeline.with("{type: drift}", "{type: drift, severity: error}");

    StepResult result = pipeline.data(withLargerAreas(Rents.csv(400, 2))).start().run(STEP);

    assertThat(result).isInstanceOf(StepResult.Rejected.class);
  }

  @Test
  void aShareOfTheColumnsMayDrift() {
    promoteAModel();
    pipeline.with("{type: drift}", "{type: drift, mostly: 0.8}");

    pipeline.data(withLargerAreas(Rents.csv(400, 2))).start().run(STEP);

    assertThat(finding("drift").path("passed").asBoolean()).isTrue();
    assertThat(drifted()).containsExactly("area");
  }

  @Test
  void fewerRowsThanBeforeAreNoticed() {
    promoteAModel();

    pipeline.data(Rents.csv(310, 2)).start().run(STEP);

    assertThat(finding("row_count_change").path("passed").asBoolean()).isFalse();
    assertThat(finding("row_count_change").path("observed").asText())
        .isEqualTo("22.5 % fewer (310 after 400 of version 1)");
  }

  @Test
  void aModelThatWasMadeBeforeThereWereProfilesIsNothingToCompareWith() {
    promoteAModel();
    pipeline.registry().lose(pipeline.registry().onlyRun(), "quality/profile.json");

    pipeline.data(withLargerAreas(Rents.csv(400, 2))).start().run(STEP);

    assertThat(finding("drift").path("passed").asBoolean()).isTrue();
    assertThat(finding("drift").path("observed").asText())
        .isEqualTo(
            "nothing to compare with: the run that made version 1 left no quality/profile.json");
  }

  @Test
  void aModelWhoseRunIsGoneIsNothingToCompareWith() {
    promoteAModel();
    pipeline.registry().addVersion(pipeline.registry().onlyRun());
    pipeline.registry().promote("2");

    pipeline.data(withLargerAreas(Rents.csv(400, 2))).start().run(STEP);

    assertThat(finding("drift").path("passed").asBoolean()).isTrue();
    assertThat(finding("drift").path("observed").asText())
        .isEqualTo(
            "nothing to compare with: the run that made version 2 left no quality/profile.json");
  }

  @Test
  void aProfileThatCannotBeReadIsNothingToCompareWith() {
    promoteAModel();
    pipeline.registry().damage(pipeline.registry().onlyRun(), "quality/profile.json");

    pipeline.start().run(STEP);

    assertThat(finding("drift").path("observed").asText())
        .isEqualTo("nothing to compare with: quality/profile.json of version 1 cannot be read");
  }

  @Test
  void thePageShowsWhatDrifted() {
    promoteAModel();

    pipeline.data(withLargerAreas(Rents.csv(400, 2))).start().run(STEP);

    String page =
        new String(
            pipeline.registry().file(pipeline.registry().runs().getLast(), "quality_report.html"),
            StandardCharsets.UTF_8);
    assertThat(page)
        .contains("<span class=\"badge warn\">accepted with warnings</span>")
        .contains("<span class=\"badge warn\">drifted</span>")
        .contains("aria-label=\"Distribution of area before and now\"")
        .contains("<td>Rabat</td>");
  }

  private void promoteAModel() {
    pipeline.start().runUntil("promote_to_production");
  }

  private JsonNode finding(String type) {
    JsonNode report =
        pipeline.registry().json(pipeline.registry().runs().getLast(), "quality_report.json");
    for (JsonNode finding : report.path("findings")) {
      if (finding.path("expectation").asText().equals(type)) {
        return finding;
      }
    }
    throw new AssertionError("no finding of " + type);
  }

  private List<String> drifted() {
    List<String> columns = new ArrayList<>();
    finding("drift")
        .path("drift")
        .forEach(column -> {
          if (column.path("drifted").asBoolean()) {
            columns.add(column.path("column").asText());
          }
        });
    return columns;
  }

  private static String withLargerAreas(String csv) {
    return AREA.matcher(csv)
        .replaceAll(
            area -> String.format(Locale.ROOT, ";%.1f;", Double.parseDouble(area.group(1)) + 30));
  }
}
