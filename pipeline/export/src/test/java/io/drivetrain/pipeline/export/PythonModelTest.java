package io.drivetrain.pipeline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.ReviewFixtures;
import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.BundleWriter;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.RowReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Debian: apt-get install python3-numpy python3-pandas python3-yaml. */
class PythonModelTest {

  /** Of exp(), which differs in the last bit between languages. */
  private static final double RELATIVE = 1e-14;

  @TempDir private Path folder;

  @BeforeAll
  static void needsPython() {
    assumeTrue(Python.isThere(), "/usr/bin/python3 with numpy, pandas and yaml is not installed");
  }

  static Stream<ModelBundle> bundles() {
    return Stream.of(MarketFixtures.forest(), MarketFixtures.boosting(), MarketFixtures.linear());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void predictsAndRefusesWhatWeDo(ModelBundle bundle) throws Exception {
    List<Map<String, Object>> rows = MarketFixtures.rawRows(99, 800);

    JsonNode answer = Python.predict(stored(bundle), rows, folder);

    List<Double> expected = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      RowReading reading = bundle.schema().read(rows.get(i));
      JsonNode python = answer.at("/rows/" + i);
      assertThat(python.isNull())
          .as("%s: %s", rows.get(i), reading.errors())
          .isEqualTo(!reading.isUsable());
      if (reading.isUsable()) {
        double value = bundle.predict(reading).asValue().value();
        assertThat(python.asDouble())
            .as("%s", rows.get(i))
            .isCloseTo(value, within(RELATIVE * value));
        expected.add(value);
      }
    }
    assertThat(expected).hasSizeBetween(100, 700);
    Iterator<JsonNode> frame = answer.path("frame").elements();
    for (double value : expected) {
      assertThat(frame.next().asDouble()).isCloseTo(value, within(RELATIVE * value));
    }
  }

  static Stream<ModelBundle> classifications() {
    return Stream.of(
        CarFixtures.classBundle(), CarFixtures.classTreesBundle(), CarFixtures.twoClassBundle());
  }

  @ParameterizedTest
  @MethodSource("classifications")
  void predictsClasses(ModelBundle bundle) throws Exception {
    Map<String, Object> old = CarFixtures.logan();
    old.put("year", 1990);
    List<Map<String, Object>> rows = List.of(CarFixtures.logan(), old);

    JsonNode answer = Python.predict(stored(bundle), rows, folder);

    for (int i = 0; i < rows.size(); i++) {
      var ours = (Prediction.Classes) bundle.predict(bundle.schema().read(rows.get(i)));
      assertThat(answer.at("/frame/" + i).textValue()).isEqualTo(ours.label());
    }
  }

  @Test
  void readsTextsAsWeDo() throws Exception {
    ModelBundle bundle = ReviewFixtures.bundle();
    List<Map<String, Object>> rows =
        ReviewFixtures.TEXTS.stream().map(text -> Map.<String, Object>of("text", text)).toList();

    JsonNode answer = Python.predict(stored(bundle), rows, folder);

    for (int i = 0; i < rows.size(); i++) {
      var ours = (Prediction.Classes) bundle.predict(bundle.schema().read(rows.get(i)));
      assertThat(answer.at("/frame/" + i).textValue()).isEqualTo(ours.label());
    }
  }

  private Path stored(ModelBundle bundle) throws IOException {
    Path model = folder.resolve("model");
    BundleWriter.write(bundle, CarFixtures.META, ModelExport.of(bundle), model);
    assertThat(Files.isDirectory(model.resolve("code"))).isTrue();
    assertThat(BundleReader.read(model).estimator()).isEqualTo(bundle.estimator());
    return model;
  }
}
