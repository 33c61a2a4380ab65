package io.drivetrain.pipeline.api.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.drivetrain.pipeline.api.quality.Severity;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GateDetailsTest {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

  /** The details that the files {@code gates.json} have. */
  private static String[] details() {
    return new String[] {
      "{}",
      "{'value': 0.8, 'min': 0.7, 'max': null}",
      "{'championVersion': ''}",
      "{'championVersion': '3', 'warning': 'its files are damaged'}",
      "{'championVersion': '3', 'rows': 200, 'championMeanAbsoluteError': 100.5,"
          + " 'meanDifference': -1.5, 'upperBound': 0.25, 'margin': 1.005, 'confidence': 0.95,"
          + " 'policy': 'fresh', 'lowerBound': -3.25, 'noise': 0.5, 'readable': 240}",
      "{'by': 'city', 'championVersion': '3', 'minRows': 50, 'margin': 0.05, 'confidence': 0.95,"
          + " 'maxError': null, 'maxBias': 0.1, 'slices': [{'slice': 'Fès', 'rows': 60,"
          + " 'meanAbsoluteError': 10.0, 'errorShare': 0.01, 'biasShare': 0.0, 'problem': ''},"
          + " {'slice': 'Rabat', 'rows': 50, 'meanAbsoluteError': 53.0, 'errorShare': 0.053,"
          + " 'biasShare': 0.0, 'comparedRows': 49, 'championMeanAbsoluteError': 50.0,"
          + " 'difference': 3.0, 'lowerBound': 2.0, 'adjustedP': 0.001, 'problem': 'worse'}],"
          + " 'notJudged': [{'slice': 'Agadir', 'rows': 9, 'because': 'fewer than 50 rows'}]}",
      "{'by': ['city', 'area'], 'groups': 12, 'rows': 200, 'meanAbsoluteError': 90.0,"
          + " 'baselineMeanAbsoluteError': 120.0, 'margin': 0.1, 'allowed': 108.0}",
      "{'trainer': 'ridge', 'rows': 200, 'meanAbsoluteError': 90.0,"
          + " 'baselineMeanAbsoluteError': 120.0, 'margin': 0.1, 'allowed': 108.0}",
      "{'rows': 4, 'least': 500.5, 'most': 3998.0, 'smallestPrediction': -20.0,"
          + " 'greatestPrediction': 3999.0, 'outside': 3, 'lines': [2, 3, 5]}",
      "{'share': 0.95, 'mostly': 0.9, 'tolerance': 0.02}",
      "{'measured': 'one row', 'p95Millis': 7.5, 'allowedMillis': 50.0, 'calls': 100,"
          + " 'medianMillis': 5.0, 'loadMillis': 12.5}",
      "{'measured': 'one row by HTTP', 'p95Millis': 'Infinity', 'allowedMillis': 50.0,"
          + " 'calls': 100, 'medianMillis': 5.0, 'unanswered': 1}",
      "{'records': [{'name': 'large', 'min': 1.0, 'max': 2.0, 'value': 1.5, 'passed': true,"
          + " 'problem': ''}, {'name': 'odd', 'min': 1.0, 'max': 2.0, 'value': null,"
          + " 'passed': false, 'problem': 'refused'}]}",
      "{'records': 5, 'predictionsThatDiffer': 1}",
      "{'championVersion': '1', 'challengerVersion': '2', 'alias': 'rehearsal'}",
      "{'championVersion': '1', 'challengerVersion': '2', 'alias': 'rehearsal', 'rows': 3,"
          + " 'predicted': 2, 'wayBackMillis': 0.5}",
      "{'url': 'http://h', 'promotedVersion': '2', 'rows': 3, 'waitedMillis': 10.5}",
      "{'url': 'http://h', 'promotedVersion': '2', 'rows': 3, 'waitedMillis': 10.5,"
          + " 'servedVersion': '2', 'sameBits': 3, 'greatestRelativeDifference': 0.0,"
          + " 'tolerance': 1.0E-9}",
    };
  }

  @ParameterizedTest
  @MethodSource("details")
  void isReadAndWrittenWithTheSameMembers(String details) throws JsonProcessingException {
    String json = details.replace('\'', '"');

    GateDetails read = JSON.readValue(json, GateDetails.class);

    JsonNode written = JSON.readTree(JSON.writeValueAsString(read));
    assertThat(written).isEqualTo(JSON.readTree(json));
  }

  @Test
  void aComparisonThatNamesNoPolicyAskedForNotWorse() throws JsonProcessingException {
    GateDetails read =
        JSON.readValue(
            """
            {"championVersion": "3", "rows": 200, "championMeanAbsoluteError": 100.5,
             "meanDifference": -1.5, "upperBound": 0.25, "margin": 1.005, "confidence": 0.95}
            """,
            GateDetails.class);

    assertThat(read)
        .isEqualTo(
            new GateDetails.ChampionComparison(
                "3", 200, 100.5, -1.5, 0.25, 1.005, 0.95, "not-worse", 0, 0, 0));
  }

  @Test
  void isPartOfAGateInBothDirections() throws JsonProcessingException {
    GateResult gate =
        new GateResult(
            "monotone area", Severity.WARN, true, "", new GateDetails.Monotone(1, 0.9, 0.02));

    assertThat(JSON.readValue(JSON.writeValueAsString(gate), GateResult.class)).isEqualTo(gate);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"value\": 0.9, \"min\": 0.6}', 0.5",
    "'{\"value\": 0.3, \"min\": 0.6}', -0.5",
    "'{\"value\": 75, \"max\": 100}', 0.25",
    "'{\"value\": 90, \"min\": 60, \"max\": 100}', 0.1",
    "'{\"value\": 500, \"max\": 100}', -1",
    "'{\"p95Millis\": 10, \"allowedMillis\": 50}', 0.8",
    "'{\"upperBound\": 0.01, \"margin\": 0.02}', 0.5",
  })
  void headroomIsAShareOfTheNearestBound(String details, double headroom)
      throws JsonProcessingException {
    assertThat(headroom(details).orElseThrow()).isEqualTo(headroom, ROUNDING);
  }

  @Test
  void hasNoHeadroomWithoutANumberAndABound() throws JsonProcessingException {
    assertThat(headroom("{}")).isEmpty();
    assertThat(headroom("{\"value\": \"a\", \"min\": 1}")).isEmpty();
    assertThat(headroom("{\"value\": 1, \"min\": 0}")).isEmpty();
    assertThat(headroom("{\"value\": \"NaN\", \"min\": 1}")).isEmpty();
  }

  private static OptionalDouble headroom(String details) throws JsonProcessingException {
    return JSON.readValue(details, GateDetails.class).headroom();
  }
}
