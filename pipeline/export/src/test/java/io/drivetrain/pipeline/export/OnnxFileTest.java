package io.drivetrain.pipeline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.RandomTrees;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxFileTest {

  private static final double RELATIVE = 1e-12;

  static Stream<Estimator> estimators() {
    int columns = CarFixtures.encoder().size();
    RandomTrees random = new RandomTrees(7, columns);
    return Stream.of(
        random.trees(300, 31, new Combination.Sum(0.5, 0.05)),
        random.trees(40, 200, new Combination.Mean()),
        TreeEnsemble.builder(columns, new Combination.Sum(1.5, 2)).leaf(0.25, 1).build(),
        RandomTrees.ofEveryKind(9, columns).trees(50, 30, new Combination.Sum(0.5, 0.05)),
        CarFixtures.linearBundle().estimator());
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void valuesAreOurs(Estimator estimator) throws OrtException {
    ModelBundle bundle = with(CarFixtures.bundle(), estimator);
    double[][] inputs = new RandomTrees(11, estimator.columns()).rows(500);
    inputs[0][0] = Double.NaN;
    inputs[1][1] = Double.POSITIVE_INFINITY;
    inputs = wholeFor(estimator, finiteFor(estimator, inputs));
    double[] scores = new double[inputs.length];
    estimator.score(inputs, scores);

    double[][] values = (double[][]) run(bundle, inputs, OnnxGraph.VALUE);

    for (int i = 0; i < scores.length; i++) {
      double ours = bundle.encoder().toRaw(scores[i]);
      assertThat(values[i][0]).isCloseTo(ours, within(RELATIVE * Math.abs(ours)));
    }
  }

  @Test
  void aThresholdIsComparedInDoubles() throws OrtException {
    double threshold = 0.1;
    Estimator split =
        TreeEnsemble.builder(5, new Combination.Sum(0, 1))
            .split(0, threshold, 2)
            .leaf(1, 1)
            .leaf(2, 1)
            .build();
    double[][] inputs = {{threshold, 0, 0, 0, 0}, {Math.nextUp(threshold), 0, 0, 0, 0}};

    double[][] values = (double[][]) run(with(CarFixtures.bundle(), split), inputs, "value");

    assertThat(values[0][0]).isCloseTo(Math.exp(1), within(RELATIVE));
    assertThat(values[1][0]).isCloseTo(Math.exp(2), within(10 * RELATIVE));
  }

  static Stream<ModelBundle> classifications() {
    return Stream.of(
        CarFixtures.classBundle(), CarFixtures.classTreesBundle(), CarFixtures.twoClassBundle());
  }

  @ParameterizedTest
  @MethodSource("classifications")
  void classesAreOurs(ModelBundle bundle) throws OrtException {
    List<Row> rows = CarFixtures.rows();
    double[][] inputs = bundle.encoder().encode(rows);

    String[] labels = (String[]) run(bundle, inputs, OnnxGraph.LABEL);
    double[][] probabilities = (double[][]) run(bundle, inputs, OnnxGraph.PROBABILITIES);

    for (int i = 0; i < inputs.length; i++) {
      Prediction.Classes ours = (Prediction.Classes) bundle.predict(rows.get(i));
      assertThat(labels[i]).isEqualTo(ours.label());
      assertThat(probabilities[i])
          .containsExactly(
              ours.probabilities().values().stream().mapToDouble(p -> p).toArray(),
              within(RELATIVE));
    }
  }

  @Test
  void namesTheColumnsOfTheEncoder() throws OrtException {
    try (OrtSession session = session(CarFixtures.bundle())) {
      assertThat(session.getMetadata().getCustomMetadataValue(OnnxFile.COLUMNS_PROPERTY))
          .contains("year_age\nmileage_km\nbrand_model_mean\ngearbox_level\nfirst_hand_missing");
    }
  }

  /** A weighted sum has no value for these; no encoder makes them either. */
  private static double[][] finiteFor(Estimator estimator, double[][] inputs) {
    return estimator instanceof TreeEnsemble
        ? inputs
        : Stream.of(inputs).skip(2).toArray(double[][]::new);
  }

  /**
   * Codes of categories are whole: ours cuts others, as LightGBM does, and the operator does not.
   */
  private static double[][] wholeFor(Estimator estimator, double[][] inputs) {
    return estimator instanceof TreeEnsemble trees && !trees.sets().isEmpty()
        ? Stream.of(inputs)
            .map(row -> Arrays.stream(row).map(Math::floor).toArray())
            .toArray(double[][]::new)
        : inputs;
  }

  private static ModelBundle with(ModelBundle bundle, Estimator estimator) {
    Encoder encoder = bundle.encoder();
    return new ModelBundle(
        bundle.schema(),
        encoder,
        estimator,
        bundle.head(),
        bundle.metrics(),
        bundle.provenance(),
        bundle.inputExample());
  }

  private static Object run(ModelBundle bundle, double[][] inputs, String output)
      throws OrtException {
    try (OrtSession session = session(bundle);
        OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), inputs);
        OrtSession.Result result = session.run(Map.of(OnnxGraph.INPUTS, tensor))) {
      return result.get(output).orElseThrow().getValue();
    }
  }

  private static OrtSession session(ModelBundle bundle) throws OrtException {
    return OrtEnvironment.getEnvironment().createSession(OnnxFile.write(bundle));
  }
}
