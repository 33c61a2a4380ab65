package io.drivetrain.pipeline.learning.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationRulesTest {
  private static final String ROWS = "    - {type: rows, min: 300}\n";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: columns}",
        "{type: columns, names: [Ville, Loyer], others: true, severity: warn}",
        "{type: holds, column: area, what: numbers, mostly: 0.9}",
        "{type: matches, column: city, pattern: '\\p{L}+', mostly: 1}",
        "{type: unique, columns: [city, area]}",
        "{type: fresh, column: free_from, within: P30D}",
        "{type: row_count_change, fall: 0.5, rise: 2}",
        "{type: drift}",
        "{type: drift, columns: [city, rent], psi: 0.2, significance: 0.05, mostly: 0.5, severity: error}",
        "{type: sql, condition: 'rent > 0 -- of course'}",
        "{type: sql, condition: 'rent < 10 * (select median(rent) from data)', mostly: 0.9}",
        "{type: sql, condition: '\"Surface\" > 0 and furnished and free_from > date ''2020-01-01'''}",
        "{type: sql_value, query: 'with big as (select * from DATA where area > 9) select count(*) from big', min: 1}"
      })
  void acceptsWhatCanBeChecked(String expectation) {
    assertThat(read(expectation)).isInstanceOf(DefinitionReading.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: unique, columns: [city, floor]} | there is no column 'floor'; the columns are [city, area, furnished, free_from, rent] | quality.expectations[1]",
        "{type: fresh, column: area, within: P1D} | column 'area' holds no dates | quality.expectations[1]",
        "{type: matches, column: city, pattern: '[', mostly: 1} | '[' is not a pattern: its part '[' is not complete, or not allowed | quality.expectations[1].pattern",
        "{type: row_count_change} | a 'row_count_change' expectation needs 'fall' or 'rise' | quality.expectations[1]",
        "{type: drift, psi: 0} | 'psi' must be above 0 | quality.expectations[1]",
        "{type: sql, condition: 'prix > 0'} | 'prix > 0': there is no column 'prix' | quality.expectations[1].condition",
        "{type: sql, condition: 'rent >'} | 'rent >': the SQL cannot be read from ')' on | quality.expectations[1].condition",
        "{type: sql, condition: 'nothing(rent) > 0'} | 'nothing(rent) > 0': there is no function or table 'nothing' | quality.expectations[1].condition",
        "{type: sql, condition: 'sqrt(city) > 0'} | 'sqrt(city) > 0': the function sqrt does not take values of these types | quality.expectations[1].condition",
        "{type: sql, condition: 'rent + 1'} | 'rent + 1': must be true or false for a row | quality.expectations[1].condition",
        "{type: sql, condition: 'avg(rent) > 5'} | 'avg(rent) > 5': an aggregate of all rows cannot stand in a condition of one row; use sql_value | quality.expectations[1].condition",
        "{type: sql, condition: 'true) from data where (true'} | 'true) from data where (true': the SQL cannot be read from 'from' on | quality.expectations[1].condition",
        "{type: sql, condition: 'true) from data union select (true'} | 'true) from data union select (true': must be one condition, such as price > 0 | quality.expectations[1].condition",
        "{type: sql, condition: 'true) from data; drop view data; select (true'} | 'true) from data; drop view data; select (true': must be one query that reads | quality.expectations[1].condition",
        "{type: sql_value, query: 'drop table data', min: 1} | 'drop table data': must be one query that reads | quality.expectations[1].query",
        "{type: sql_value, query: 'select count(*) from duckdb_settings()', min: 1} | 'select count(*) from duckdb_settings()': there is no table beside it; the rows of the file are the table data | quality.expectations[1].query",
        "{type: sql_value, query: 'select count(*) from ''/etc/passwd''', min: 1} | 'select count(*) from '/etc/passwd'': there is no table '/etc/passwd'; the rows of the file are the table data | quality.expectations[1].query",
        "{type: sql_value, query: 'select count(*) from read_text(''/etc/passwd'')', min: 1} | 'select count(*) from read_text('/etc/passwd')': there is no table beside it; the rows of the file are the table data | quality.expectations[1].query",
        "{type: sql_value, query: 'select cast(current_setting(''temp_directory'') as int)', min: 1} | 'select cast(current_setting('temp_directory') as int)': may not call current_setting | quality.expectations[1].query",
        "{type: sql_value, query: 'select list_sum(RANGE(9000000000))', min: 1} | 'select list_sum(RANGE(9000000000))': may not call range | quality.expectations[1].query",
        "{type: sql, condition: 'rent > length(repeat(city, 900000000))'} | 'rent > length(repeat(city, 900000000))': may not call repeat | quality.expectations[1].condition",
        "{type: sql_value, query: 'select city from data', min: 1} | 'select city from data': must give one number | quality.expectations[1].query",
        "{type: sql_value, query: 'select 1, 2', min: 1} | 'select 1, 2': must give one number | quality.expectations[1].query",
        "{type: sql_value, query: 'select 1'} | a 'sql_value' expectation needs 'min' or 'max' | quality.expectations[1]"
      })
  void refusesTheDefinitionWhereItIsWrong(String expectation, String message, String path) {
    DefinitionReading reading = read(expectation);

    assertThat(reading).isInstanceOf(DefinitionReading.Refused.class);
    DefinitionIssue issue = ((DefinitionReading.Refused) reading).errors().getFirst();
    assertThat(issue.message()).isEqualTo(message);
    assertThat(issue.path()).isEqualTo(path);
    assertThat(issue.line()).isEqualTo(line());
  }

  @Test
  void comparesTextsWithNothing() {
    String text =
        Rents.definition()
            .replace("type: categorical", "type: text")
            .replace("{type: target_mean, features: [city]}", "{type: number, feature: area}")
            .replace(ROWS, ROWS + "    - {type: drift, columns: [city]}\n");

    DefinitionReading reading = Definitions.reading(text, pipeline.steps());

    assertThat(((DefinitionReading.Refused) reading).errors().getFirst().message())
        .isEqualTo("column 'city' holds texts, whose spread cannot be compared");
  }

  private DefinitionReading read(String expectation) {
    String text = Rents.definition().replace(ROWS, ROWS + "    - " + expectation + "\n");
    return Definitions.reading(text, pipeline.steps());
  }

  private static int line() {
    return (int) Rents.definition().lines().takeWhile(line -> !line.contains("type: rows")).count()
        + 2;
  }
}
