package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.explanation.Contribution;
import io.drivetrain.models.explanation.Explanation;
import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.RowReading;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bundle of every format that was ever written must predict the same bits for ever. */
class PastFormatsTest {

  /** The model of format 1 as it is written today. */
  private static final String WRITTEN_NOW =
      "7db454da4b0591f2663be1ef42f449b61c0b4b17126100df0f400e7ca5db19e2";

  /** Format 1, and the same model and two others in format 2, by the hash of their list. */
  private static final Map<String, String> HASHES =
      Map.of(
          "format-1", "f633411650f4a2ee867de810cfb1b8a912f629ba4721f15a692fda95e6fcab26",
          "format-2", "c759703be37eef36033dc277c83acb1cf118a3b403d33eb3bc1dbeb5eb8ecade",
          "format-2-linear", "5458ca3f00d86740a70e398408cb114d5523794a6ab3253f751aec756a485b7b",
          "format-2-classes", "283aaa688600dfa05ba27e10a1a4564731f6d3c66da6efbdd07cac68737dc45e");

  private static final Map<String, String> UNSEEN =
      Map.of("brand", "Tesla", "model", "S", "year", "2022", "mileage_km", "15 000");

  @ParameterizedTest
  @ValueSource(strings = {"format-1", "format-2", "format-2-linear", "format-2-classes"})
  void keepTheirHashes(String format) throws Exception {
    assertThat(read(format).hash()).isEqualTo(HASHES.get(format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"format-1", "format-2"})
  void treesPredictTheirInputExample(String format) throws Exception {
    ModelBundle bundle = read(format);

    Prediction.Value prediction =
        bundle.predict(bundle.schema().read(bundle.inputExample())).asValue();

    assertThat(prediction.value()).isEqualTo(74981.74778243311);
    assertThat(prediction.unit()).isEqualTo("MAD");
    assertThat(prediction.interval())
        .isEqualTo(new Interval(62981.747782433114, 86981.74778243311, 0.9));
    assertThat(prediction.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"format-1", "format-2"})
  void treesPredictUnseenAndMissingValues(String format) throws Exception {
    ModelBundle bundle = read(format);
    RowReading reading = bundle.schema().read(UNSEEN);

    Prediction.Value prediction = bundle.predict(reading).asValue();

    assertThat(prediction.value()).isEqualTo(147266.6252405527);
    assertThat(prediction.interval())
        .isEqualTo(new Interval(117266.6252405527, 177266.6252405527, 0.9));
    assertThat(prediction.warnings()).isEqualTo(reading.warnings()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"format-1", "format-2"})
  void treesExplainTheSame(String format) throws Exception {
    ModelBundle bundle = read(format);

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

  @Test
  void linearModelsPredictAndExplainTheSame() throws Exception {
    ModelBundle bundle = read("format-2-linear");
    RowReading example = bundle.schema().read(bundle.inputExample());

    Prediction.Value prediction = bundle.predict(example).asValue();
    Explanation explanation = bundle.explain(example.row());

    assertThat(prediction.value()).isEqualTo(66542.05531056068);
    assertThat(prediction.interval())
        .isEqualTo(new Interval(48203.983553731974, 84880.12706738939, 0.9));
    assertThat(bundle.predict(bundle.schema().read(UNSEEN)).asValue().value())
        .isEqualTo(114838.25600931598);
    assertThat(explanation.base()).isEqualTo(88654.31634039353);
    assertThat(explanation.contributions())
        .extracting(Contribution::amount)
        .containsExactly(
            -8967.920550433355,
            -5244.6426246112505,
            -3660.8355912433058,
            -3468.160033809447,
            -963.377787169291,
            192.6755574338582);
  }

  @Test
  void classesHaveTheSameProbabilities() throws Exception {
    ModelBundle bundle = read("format-2-classes");

    Prediction prediction = bundle.predict(bundle.schema().read(bundle.inputExample()));

    assertThat(prediction)
        .isEqualTo(
            new Prediction.Classes(
                "months",
                Map.of(
                    "days", 0.07309950628312743,
                    "weeks", 0.45115980553583607,
                    "months", 0.4757406881810364),
                List.of()));
  }

  @Test
  void format1IsARegression() throws Exception {
    assertThat(read("format-1").task()).isEqualTo(Task.REGRESSION);
    assertThat(read("format-1").provenance()).isEqualTo(read("format-2").provenance());
  }

  /** Writing format 1 gives format 2; its MLmodel is not the fixture's: the signature changed. */
  @ParameterizedTest
  @ValueSource(strings = {"format-1", "format-2"})
  void isWrittenInTheNewestFormat(String format) throws Exception {
    Map<String, byte[]> written = BundleWriter.files(read(format), CarFixtures.META);

    assertThat(Hashes.sha256(written.get("SHA256SUMS"))).isEqualTo(WRITTEN_NOW);
  }

  private static ModelBundle read(String format) throws Exception {
    URI directory = PastFormatsTest.class.getResource(format).toURI();
    return BundleReader.read(Path.of(directory));
  }
}
