package io.drivetrain.pipeline.learning.data.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kinds of steps that learn refuse when a definition is read, and not when it is run. */
class LearningDefinitionTest {
  @RegisterExtension final RentPipeline pipeline = new RentPipeline();

  private static final String DATA = "  - {name: data, type: file, default: rents.csv}\n";

  @ParameterizedTest
  @ValueSource(strings = {"check_data_quality", "train_model", "evaluate_model"})
  void eachKindThatReadsTheDataNeedsItsParameter(String step) {
    String only =
        Rents.definition()
            .replace(DATA, "")
            .replaceAll("  - \\{id: (?!%s)\\w+, kind: .*\\n".formatted(step), "");

    assertThat(refused(only))
        .isEqualTo(
            new DefinitionIssue(
                3,
                1,
                "parameters",
                "the parameter that names the file to learn from is missing; add {name: data, type:"
                    + " file, default: FILE}, with FILE below the data folder"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: file               | type: text  | 4:18 parameters[0].type: parameter data must be"
            + " of type file: it names the file that is learned from",
        "name: train.trees        | name: train.treees | 5:5 parameters[1]: there is no"
            + " hyper-parameter 'train.treees'; known are train.columns_per_split, train.max_depth,"
            + " train.max_nodes, train.node_size, train.shrinkage, train.subsample, train.trees;"
            + " did you mean 'train.trees'?",
        "type: integer            | type: number | 5:5 parameters[1]: train.trees must be of type"
            + " integer, not number",
        "name: train.trees        | name: train.shrinkage | 5:5 parameters[1]: the default of"
            + " parameter train.shrinkage must be above 0 and at most 1, not 40.0",
        "default: 40, min: 1      | default: 0  | 5:5 parameters[1]: the default of parameter"
            + " train.trees must be at least 1, not 0",
        "{type: number, feature: area}      | {type: number, feature: aera} | 36:7"
            + " encoding.columns[0]: there is no feature 'aera'; known are area, city, free_from,"
            + " furnished, rent; did you mean 'area'?",
        "{type: number, feature: area}      | {type: number} | 36:7 encoding.columns[0]: a column"
            + " needs the feature that it is made from",
        "metric: test_r2          | metric: test_r | 46:5 gates[0]: there is no metric 'test_r';"
            + " known are in_range_mae, in_range_mae_sd, in_range_r2, in_range_rmse_sd,"
            + " in_range_share, interval_coverage, interval_width_share, test_accuracy,"
            + " test_calibration_error, test_log_loss, test_macro_f1, test_mae, test_mae_sd,"
            + " test_mape, test_median_absolute_error, test_r2, test_rmse, test_rmse_sd,"
            + " test_roc_auc; did you mean 'test_r2'?",
        "'metric: test_r2, '      | ''          | 46:5 gates[0]: a metric gate needs a metric",
        "row: {city: Rabat        | row: {ctiy: Rabat | 51:5 golden[0].row: city is required;"
            + " accepted: ; ctiy is not a known field; known: city, area, furnished, free_from; did"
            + " you mean city?",
        "missing: [\"--\"]          | delimiter: ';;' | 16:3 source.delimiter: must be one"
            + " character, not ';;'"
      })
  void saysWhereAndWhyItRefuses(String good, String bad, String error) {
    String text = Rents.definition().replace(good, bad);

    DefinitionIssue issue = refused(text);

    assertThat(text).isNotEqualTo(Rents.definition());
    assertThat(
            "%d:%d %s: %s".formatted(issue.line(), issue.column(), issue.path(), issue.message()))
        .isEqualTo(error);
  }

  private DefinitionIssue refused(String text) {
    DefinitionReading reading = Definitions.reading(text, pipeline.steps());
    assertThat(reading).isInstanceOf(DefinitionReading.Refused.class);
    return ((DefinitionReading.Refused) reading).errors().getFirst();
  }
}
