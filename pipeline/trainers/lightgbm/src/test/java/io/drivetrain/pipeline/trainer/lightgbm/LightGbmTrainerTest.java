package io.drivetrain.pipeline.trainer.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.estimator.SplitKind;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.pipeline.trainer.Fitted;
import io.drivetrain.pipeline.trainer.InputTraits;
import io.drivetrain.pipeline.trainer.Trainer;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import io.drivetrain.pipeline.trainer.TrainingSet;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flattened model scores bit for bit what LightGBM scores. */
class LightGbmTrainerTest {
  private static final LightGbmTrainer TRAINER = new LightGbmTrainer();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void numbersAreThoseOfLightGbm(long seed) {
    assertSameBits(seed, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void twoClassesHaveTheScoresOfLightGbm(long seed) {
    assertSameBits(seed, 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void severalClassesHaveTheScoresOfLightGbm(long seed) {
    assertSameBits(seed, 3 + (int) (seed % 3));
  }

  @Test
  void missingValuesAndCategoriesAreSplitOn() {
    Set<SplitKind> kinds = EnumSet.noneOf(SplitKind.class);
    for (long seed = 1; seed < 4; seed++) {
      Random random = new Random(seed);
      TreeEnsemble trees =
          (TreeEnsemble) LightGbmModel.parse(learn(data(random, 600, 0), small(), 5)).estimator();
      for (int node = 0; node < trees.nodes(); node++) {
        if (!trees.isLeaf(node)) {
          kinds.add(trees.kind(node));
        }
      }
    }

    assertThat(kinds).containsExactlyInAnyOrder(SplitKind.values());
  }

  @Test
  void sameSeedGivesTheSameTrees() {
    TrainingSet rows = data(new Random(3), 300, 3);

    Fitted first = TRAINER.fit(rows, small(), 5, new TrainingMonitor());
    Fitted second = TRAINER.fit(rows, small(), 5, new TrainingMonitor());
    Fitted otherSeed = TRAINER.fit(rows, small(), 6, new TrainingMonitor());

    assertThat(second).isEqualTo(first).isNotEqualTo(otherSeed);
    assertThat(first.library().name()).isEqualTo("lightgbm4j");
    assertThat(first.library().version()).isEqualTo("4.3.0-1");
  }

  @Test
  void stopsEarlyWhereMoreTreesOnlyLearnNoise() {
    Random random = new Random(4);
    double[][] inputs = new double[400][3];
    double[] targets = new double[400];
    for (int row = 0; row < targets.length; row++) {
      inputs[row] = random.doubles(3).toArray();
      targets[row] = (inputs[row][0] > 0.5 ? 1 : 0) + random.nextGaussian();
    }
    TrainingSet rows = TrainingSet.of(inputs, targets);

    TreeEnsemble all = trees(rows, parameters(400, 0.1, 0));
    TreeEnsemble few = trees(rows, parameters(400, 0.1, 20));

    assertThat(all.trees()).isEqualTo(400);
    assertThat(few.trees()).isBetween(1, 200);
  }

  @Test
  void keepsTheDirectionOfAnInput() {
    Random random = new Random(8);
    double[][] inputs = new double[500][2];
    double[] targets = new double[500];
    for (int row = 0; row < targets.length; row++) {
      inputs[row] = random.doubles(2).toArray();
      targets[row] = inputs[row][0] + Math.sin(20 * inputs[row][0]) + random.nextGaussian();
    }
    InputTraits rising = new InputTraits(false, InputTraits.Direction.RISING);
    TrainingSet rows = TrainingSet.of(inputs, targets, 0, List.of(rising, InputTraits.PLAIN));

    assertThat(falls(trees(rows, small()))).isZero();
    assertThat(falls(trees(TrainingSet.of(inputs, targets), small()))).isPositive();
  }

  @Test
  void aConstantTargetIsLearnedAsItIs() {
    TrainingSet rows = TrainingSet.of(new double[50][2], new double[50]);

    Estimator estimator = TRAINER.fit(rows, small(), 1, new TrainingMonitor()).estimator();

    assertThat(estimator.score(new double[2])).isZero();
  }

  @Test
  void aStoppedFitEndsWithItsNextTree() {
    TrainingMonitor monitor = new TrainingMonitor();
    monitor.stop();

    assertThatThrownBy(() -> TRAINER.fit(data(new Random(3), 300, 0), small(), 5, monitor))
        .isInstanceOf(CancellationException.class);
    assertThat(monitor.rounds()).isEqualTo(1);
  }

  @Test
  void isFound() {
    assertThat(ServiceLoader.load(Trainer.class)).hasAtLeastOneElementOfType(LightGbmTrainer.class);
  }

  private static void assertSameBits(long seed, int classes) {
    Random random = new Random(seed);
    TrainingSet rows = data(random, 200 + random.nextInt(600), classes);
    String model = learn(rows, small(), seed);
    double[][] others = data(random, 500, classes).all().inputs();

    Estimator flat = LightGbmModel.parse(model).estimator();
    double[] expected = predict(model, others, flat.outputs());

    double[] scores = new double[flat.outputs()];
    assertThat(expected).hasSize(others.length * scores.length);
    for (int row = 0; row < others.length; row++) {
      flat.scores(others[row], scores);
      for (int output = 0; output < scores.length; output++) {
        assertThat(Double.doubleToLongBits(scores[output]))
            .isEqualTo(Double.doubleToLongBits(expected[row * scores.length + output]));
      }
    }
  }

  private static String learn(TrainingSet rows, LightGbmParameters parameters, long seed) {
    return new LightGbmFit(rows, parameters, seed).learn(rows.all(), new TrainingMonitor());
  }

  /** By the native functions: the wrapper's own call makes no room for three classes or more. */
  private static double[] predict(String model, double[][] inputs, int outputs) {
    LGBMBooster.isNativeLoaded();
    SWIGTYPE_p_p_void booster = lightgbmlib.new_voidpp();
    check(lightgbmlib.LGBM_BoosterLoadModelFromString(model, lightgbmlib.new_intp(), booster));
    double[] flat = LightGbmFit.flat(inputs);
    SWIGTYPE_p_double rows = lightgbmlib.new_doubleArray(flat.length);
    for (int i = 0; i < flat.length; i++) {
      lightgbmlib.doubleArray_setitem(rows, i, flat[i]);
    }
    SWIGTYPE_p_double scores = lightgbmlib.new_doubleArray((long) inputs.length * outputs);
    SWIGTYPE_p_long_long count = lightgbmlib.new_int64_tp();
    check(
        lightgbmlib.LGBM_BoosterPredictForMat(
            lightgbmlib.voidpp_value(booster),
            lightgbmlib.double_to_voidp_ptr(rows),
            lightgbmlibConstants.C_API_DTYPE_FLOAT64,
            inputs.length,
            inputs[0].length,
            1,
            lightgbmlibConstants.C_API_PREDICT_RAW_SCORE,
            0,
            -1,
            "num_threads=1",
            count,
            scores));
    double[] expected = new double[(int) lightgbmlib.int64_tp_value(count)];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = lightgbmlib.doubleArray_getitem(scores, i);
    }
    lightgbmlib.delete_doubleArray(rows);
    lightgbmlib.delete_doubleArray(scores);
    check(lightgbmlib.LGBM_BoosterFree(lightgbmlib.voidpp_value(booster)));
    return expected;
  }

  private static void check(int code) {
    assertThat(code).as(lightgbmlib.LGBM_GetLastError()).isZero();
  }

  private static TreeEnsemble trees(TrainingSet rows, LightGbmParameters parameters) {
    return (TreeEnsemble) TRAINER.fit(rows, parameters, 1, new TrainingMonitor()).estimator();
  }

  /** How often the score falls while the first input grows. */
  private static int falls(TreeEnsemble trees) {
    int falls = 0;
    double before = Double.NEGATIVE_INFINITY;
    for (int step = 0; step <= 1000; step++) {
      double score = trees.score(new double[] {step / 1000.0, 0.5});
      falls += score < before ? 1 : 0;
      before = score;
    }
    return falls;
  }

  private static LightGbmParameters small() {
    return parameters(40, 0.2, 0);
  }

  private static LightGbmParameters parameters(int trees, double rate, int earlyStopping) {
    return new LightGbmParameters(trees, 12, 6, 5, rate, 0.7, 0.9, 1, 255, earlyStopping);
  }

  /** Numbers with and without gaps, ties, a constant, wide scales, and codes of categories. */
  private static TrainingSet data(Random random, int rows, int classes) {
    double[][] inputs = new double[rows][6];
    double[] targets = new double[rows];
    for (int row = 0; row < rows; row++) {
      boolean missing = random.nextInt(4) == 0;
      inputs[row][0] = random.nextGaussian();
      inputs[row][1] = missing ? Double.NaN : random.nextInt(9) - 4;
      inputs[row][2] = 7;
      inputs[row][3] = random.nextDouble() * 1e9;
      inputs[row][4] = random.nextInt(20) == 0 ? -1 : random.nextInt(90);
      inputs[row][5] = random.nextInt(15) == 0 ? Double.NaN : random.nextInt(6);
      double signal =
          inputs[row][0]
              + (missing ? 2 : inputs[row][1] / 3)
              + ((int) inputs[row][4] * 37 % 11) / 4.0
              + random.nextGaussian() / 3;
      targets[row] = classes == 0 ? signal : Math.floorMod((int) Math.floor(signal), classes);
    }
    InputTraits nominal = new InputTraits(true, InputTraits.Direction.ANY);
    InputTraits plain = InputTraits.PLAIN;
    return TrainingSet.of(
        inputs, targets, classes, List.of(plain, plain, plain, plain, nominal, nominal));
  }
}
