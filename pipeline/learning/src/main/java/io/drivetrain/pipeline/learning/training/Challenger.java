package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.bundle.Library;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.bundle.Provenance;
import io.drivetrain.models.bundle.RowCounts;
import io.drivetrain.models.metric.HoldOutMetrics;
import io.drivetrain.models.prediction.Conformal;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.prediction.Interval;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.LearningData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trained model on its way into a bundle: measured on the hold-out, with its provenance. */
record Challenger(TrainedModel model, LearningData data, ConfiguredTrainer<?> trainer) {

  ModelBundle bundle(String commit, Instant started, Instant finished) {
    List<Example> holdOut = data.holdOut();
    double[] actual = holdOut.stream().mapToDouble(Example::target).toArray();
    double[] values = new double[actual.length];
    double[] expectedErrors = new double[actual.length];
    for (int i = 0; i < actual.length; i++) {
      double[] inputs = model.encoder().encode(holdOut.get(i).row());
      values[i] = model.encoder().toRaw(model.estimator().score(inputs));
      expectedErrors[i] = model.errorModel().score(inputs);
    }
    Conformal conformal = model.conformal().measuredOn(values, expectedErrors, actual);
    List<Interval> intervals = new ArrayList<>();
    for (int i = 0; i < actual.length; i++) {
      intervals.add(conformal.around(values[i], expectedErrors[i]));
    }
    return new ModelBundle(
        model.schema(),
        model.encoder(),
        model.estimator(),
        new Head.Regression(model.errorModel(), conformal),
        metrics(HoldOutMetrics.of(actual, values, intervals, data.trainingRange())),
        provenance(data, trainer, Task.REGRESSION, model.library(), commit, started, finished),
        model.schema().values(data.training().getFirst().row()));
  }

  private Map<String, Double> metrics(HoldOutMetrics measured) {
    Map<String, Double> metrics = new LinkedHashMap<>(measured.byName());
    metrics.put(RetrainingNoise.KEY, RetrainingNoise.of(model.foldModels(), data.holdOut()));
    return metrics;
  }

  /** Where a model comes from that was learned from these data. */
  static Provenance provenance(
      LearningData data,
      ConfiguredTrainer<?> trainer,
      Task task,
      Library library,
      String commit,
      Instant started,
      Instant finished) {
    return new Provenance(
        data.facts().name(),
        data.facts().sha256(),
        new RowCounts(
            data.facts().rows(),
            data.facts().dropped(),
            data.training().size(),
            data.holdOut().size()),
        data.facts().splitSeed(),
        task,
        trainer.trainer().name(),
        trainer.byName(),
        library,
        commit,
        Runtime.version().toString(),
        started,
        finished);
  }
}
