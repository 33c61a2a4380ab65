package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.explanation.Contribution;
import io.drivetrain.models.explanation.Explanation;
import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.RowReading;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One bundle of every format that was ever written must predict the same bits for ever. */
class PastFormatsTest {

  private static final String FORMAT_1 =
      "f633411650f4a2ee867de810cfb1b8a912f629ba4721f15a692fda95e6fcab26";

  @Test
  void format1KeepsItsHash() throws Exception {
    assertThat(read("format-1").hash()).isEqualTo(FORMAT_1);
  }

  @Test
  void format1PredictsItsInputExample() throws Exception {
    ModelBundle bundle = read("format-1");

    Prediction prediction = bundle.predict(bundle.schema().read(bundle.inputExample()));

    assertThat(prediction.value()).isEqualTo(74981.74778243311);
    assertThat(prediction.unit()).isEqualTo("MAD");
    assertThat(prediction.interval())
        .isEqualTo(new Interval(62981.747782433114, 86981.74778243311, 0.9));
    assertThat(prediction.warnings()).isEmpty();
  }

  @Test
  void format1PredictsUnseenAndMissingValues() throws Exception {
    ModelBundle bundle = read("format-1");
    RowReading reading =
        bundle
            .schema()
            .read(Map.of("brand", "Tesla", "model", "S", "year", 2022, "mileage_km", "15 000"));

    Prediction prediction = bundle.predict(reading);

    assertThat(prediction.value()).isEqualTo(147266.6252405527);
    assertThat(prediction.interval())
        .isEqualTo(new Interval(117266.6252405527, 177266.6252405527, 0.9));
    assertThat(prediction.warnings()).isEqualTo(reading.warnings()).hasSize(6);
  }

  @Test
  void format1ExplainsTheSame() throws Exception {
    ModelBundle bundle = read("format-1");

    Explanation explanation = bundle.explain(bundle.schema().read(bundle.inputExample()).row());

    assertThat(explanation.base()).isEqualTo(107406.3946728529);
    assertThat(explanation.contributions())
        .extracting(Contribution::amount)
        .containsExactly(
            -12687.90530494687,
            -8753.099424908785,
            -5864.631785397664,
            -5119.010375166458,
            0.0,
            0.0);
  }

  /** While 1 is the newest format, writing what was read gives the same bytes. */
  @Test
  void format1IsStillWrittenTheSame() throws Exception {
    Map<String, byte[]> written = BundleWriter.files(read("format-1"), CarFixtures.META);

    assertThat(Hashes.sha256(written.get("SHA256SUMS"))).isEqualTo(FORMAT_1);
  }

  private static ModelBundle read(String format) throws Exception {
    URI directory = PastFormatsTest.class.getResource(format).toURI();
    return BundleReader.read(Path.of(directory));
  }
}
