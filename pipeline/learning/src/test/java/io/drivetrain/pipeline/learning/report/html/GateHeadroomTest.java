package io.drivetrain.pipeline.learning.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drivetrain.pipeline.learning.report.RunReport.GateReport;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateHeadroomTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

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
  void isAShareOfTheNearestBound(String details, double headroom) throws Exception {
    assertThat(of(details).orElseThrow()).isEqualTo(headroom, ROUNDING);
  }

  @Test
  void isNoneWithoutANumberAndABound() throws Exception {
    assertThat(of("{}")).isEmpty();
    assertThat(of("{\"value\": \"a\", \"min\": 1}")).isEmpty();
    assertThat(of("{\"value\": 1, \"min\": 0}")).isEmpty();
  }

  private static OptionalDouble of(String details) throws JsonProcessingException {
    return GateHeadroom.of(
        new GateReport("evaluation", "g", "error", true, "", new JsonMapper().readTree(details)));
  }
}
