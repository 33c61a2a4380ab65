package io.drivetrain.pipeline.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.metric.TrainingRange;
import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.learning.HandMadeModel;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.evaluation.gate.Champion;
import io.drivetrain.pipeline.learning.evaluation.gate.ChampionGate;
import io.drivetrain.pipeline.learning.evaluation.gate.EvaluationContext;
import io.drivetrain.pipeline.learning.evaluation.gate.Scores;
import io.drivetrain.pipeline.learning.evaluation.gate.SliceFamily;
import io.drivetrain.pipeline.learning.evaluation.gate.SliceGate;
import io.drivetrain.pipeline.trainer.TrainingMonitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How often the gates err, week by week: each week brings rows of its own, on which a model of the
 * same recipe is trained. Against the champion stand this equal model, one that is 5 % worse, one
 * that is 5 % better, and the same on a market that has moved by 5 %. An equal model that passes is
 * the next champion. {@code -Dbench.weeks=200} gives the rates of {@code docs/learning.md}.
 */
class GateSimulationTest {
  private static final int WEEKS = Integer.getInteger("bench.weeks", 10);
  private static final int ROWS = Integer.getInteger("bench.rows", 6000);
  private static final int HOLD_OUT = ROWS / 4;
  private static final int FOLDS = 5;

  private enum Case {
    EQUAL,
    WORSE,
    BETTER,
    MOVED
  }

  /** A model of one week, with what its training estimated. */
  private record Weekly(FittedModel model, double noise) {}

  @Test
  void passesEqualModelsAndTurnsDownWorseOnes() {
    Map<Case, Integer> passed = new EnumMap<>(Case.class);
    Weekly champion = null;
    for (int week = 0; week <= WEEKS; week++) {
      Random random = new Random(1000 + week);
      List<Example> training = week(ROWS, random);
      List<Example> holdOut = week(HOLD_OUT, random);
      Weekly challenger = train(training, holdOut);
      boolean next = champion == null;
      if (champion != null) {
        for (Case one : Case.values()) {
          boolean passes = passes(one, challenger, champion, training, holdOut);
          passed.merge(one, passes ? 1 : 0, Integer::sum);
          next |= passes && one == Case.EQUAL;
        }
      }
      champion = next ? challenger : champion;
      if (week % 10 == 0) {
        System.out.printf("passed of %d weeks of %d rows: %s%n", week, ROWS, passed);
      }
    }

    assertThat(passed.get(Case.EQUAL)).isGreaterThanOrEqualTo(atLeast(0.95));
    assertThat(passed.get(Case.WORSE)).isLessThanOrEqualTo(WEEKS - atLeast(0.95));
    assertThat(passed.get(Case.BETTER)).isGreaterThanOrEqualTo(atLeast(0.95));
    assertThat(passed.get(Case.MOVED)).isGreaterThanOrEqualTo(atLeast(0.95));
  }

  /** Fewer than a hundred weeks may be two standard errors off. */
  private static int atLeast(double rate) {
    double chance = WEEKS < 100 ? 2 * Math.sqrt(WEEKS * rate * (1 - rate)) : 0;
    return (int) Math.floor(WEEKS * rate - chance);
  }

  private static boolean passes(
      Case one, Weekly challenger, Weekly champion, List<Example> training, List<Example> holdOut) {
    double moved = one == Case.MOVED ? 1.05 : 1;
    List<Example> rows =
        holdOut.stream()
            .map(row -> new Example(row.line(), row.row(), row.target() * moved))
            .toList();
    double[] ofChallenger =
        switch (one) {
          case EQUAL -> values(challenger, rows);
          // A target learned as a logarithm: everything moves with the market.
          case MOVED -> Arrays.stream(values(challenger, rows)).map(v -> v * moved).toArray();
          case WORSE -> worse(values(challenger, rows), rows);
          case BETTER -> better(values(challenger, rows), rows);
        };
    double[] ofChampion = values(champion, rows);
    Scores scores = scores(ofChallenger, rows);
    TrainingRange range = range(training, moved);
    Champion compared =
        new Champion.Compared(
            "1",
            scores(ofChampion, rows).metrics(range),
            rows,
            ofChampion,
            errors(ofChallenger, rows),
            errors(ofChampion, rows),
            rows.size(),
            champion.noise(),
            "");
    EvaluationContext evaluation =
        new EvaluationContext(
            HandMadeModel.upTo30(1, 2),
            scores,
            scores.metrics(range),
            compared,
            ModelTrainingTest.SCHEMA,
            training,
            _ -> new double[0]);
    List<GateResult> results = new ArrayList<>(SliceFamily.ask(slices(), evaluation));
    results.add(new ChampionGate(null, null, null, null, null, null).ask(evaluation));
    return results.stream().noneMatch(GateResult::blocks);
  }

  private static List<SliceGate> slices() {
    return List.of(
        new SliceGate("city", null, null, 50, 0.1, null, null, 0.3, 0.2, null),
        new SliceGate("area", null, 5, 50, 0.1, null, null, 0.3, 0.2, null),
        new SliceGate("rent", null, 10, 50, 0.1, null, null, 0.3, 0.2, null));
  }

  private static TrainingRange range(List<Example> training, double moved) {
    return TrainingRange.of(training.stream().mapToDouble(one -> one.target() * moved).toArray());
  }

  private static Weekly train(List<Example> training, List<Example> holdOut) {
    List<FoldModel> folds =
        IntStream.range(0, FOLDS)
            .mapToObj(fold ->
                IntStream.range(0, training.size())
                    .filter(row -> row % FOLDS != fold)
                    .mapToObj(training::get)
                    .toList())
            .parallel()
            .map(GateSimulationTest::fit)
            .map(FoldModel::of)
            .toList();
    return new Weekly(fit(training), RetrainingNoise.of(folds, holdOut));
  }

  private static FittedModel fit(List<Example> examples) {
    List<Row> rows = examples.stream().map(Example::row).toList();
    return FittedModel.fit(
        ModelTrainingTest.spec(ModelTrainingTest.BOOSTING),
        ModelTrainingTest.PLAN,
        ModelTrainingTest.trainer(ModelTrainingTest.BOOSTING, 60),
        ModelTrainingTest.SCHEMA.seeing(rows),
        rows,
        examples.stream().mapToDouble(Example::target).toArray(),
        new TrainingMonitor());
  }

  private static double[] values(Weekly weekly, List<Example> rows) {
    return rows.stream().map(Example::row).mapToDouble(weekly.model()::value).toArray();
  }

  /** With so much noise that the mean absolute error is 5 % greater. */
  private static double[] worse(double[] values, List<Example> rows) {
    double[] noise = new Random(7).doubles(values.length).map(one -> one - 0.5).toArray();
    double wanted = 1.05 * Arrays.stream(errors(values, rows)).sum();
    double low = 0;
    double high = 2;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      boolean above = Arrays.stream(errors(noisy(values, noise, middle), rows)).sum() > wanted;
      low = above ? low : middle;
      high = above ? middle : high;
    }
    return noisy(values, noise, high);
  }

  private static double[] noisy(double[] values, double[] noise, double size) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[i] * (1 + size * noise[i]))
        .toArray();
  }

  private static double[] better(double[] values, List<Example> rows) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[i] + 0.05 * (rows.get(i).target() - values[i]))
        .toArray();
  }

  private static double[] errors(double[] values, List<Example> rows) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> Math.abs(values[i] - rows.get(i).target()))
        .toArray();
  }

  private static Scores scores(double[] values, List<Example> rows) {
    List<Prediction.Value> predictions =
        Arrays.stream(values)
            .mapToObj(value ->
                new Prediction.Value(value, "MAD", new Interval(value, value, 0.9), List.of()))
            .toList();
    return new Scores(rows, predictions, 0, "");
  }

  /** Rents of 20 to 180 m2 in ten cities, of which the first are the largest, give or take. */
  private static List<Example> week(int rows, Random random) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int city = (int) (10 * random.nextDouble() * random.nextDouble());
      int area = 20 + random.nextInt(160);
      double rent = (800 + 40 * area) * (1 + 0.1 * city) * Math.exp(0.15 * random.nextGaussian());
      Row row = ModelTrainingTest.SCHEMA.read(Map.of("city", "City " + city, "area", area)).row();
      examples.add(new Example(i + 2, row, rent));
    }
    return examples;
  }
}
