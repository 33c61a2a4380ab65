package io.drivetrain.webui.prediction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.webui.prediction.PredictionFixtures;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealTest {
  private static final ModelBundle CARS = PredictionFixtures.carBundle();

  /** The estimate is 57,815 MAD, its interval 39,815 to 75,815. */
  @ParameterizedTest
  @CsvSource({
    "19000, UNKNOWN",
    "20000, TOP",
    "39000, TOP",
    "40000, GOOD",
    "51800, GOOD",
    "51900, FAIR",
    "57815, FAIR",
    "63800, FAIR",
    "63900, HIGH",
    "75800, HIGH",
    "75900, TOO_HIGH",
    "180000, UNKNOWN"
  })
  void gradeIsThePlaceInTheInterval(double asked, Deal deal) {
    assertThat(Deal.of(asked, predict(PredictionFixtures.logan()))).isEqualTo(deal);
  }

  @Test
  void nothingIsGradedThatTheModelHasNotSeen() {
    Map<String, Object> row = new HashMap<>(PredictionFixtures.logan());
    row.put("model", "Sandero");

    assertThat(Deal.of(57_815, predict(row))).isEqualTo(Deal.UNKNOWN);
  }

  private static Prediction.Value predict(Map<String, Object> row) {
    return CARS.predict(CARS.schema().read(row)).asValue();
  }
}
