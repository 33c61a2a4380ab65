package io.drivetrain.models.bundle;

import io.drivetrain.models.prediction.Head;
import java.util.List;
import java.util.stream.Stream;

/** Which files a bundle consists of, as its format and the kinds of its estimators say. */
sealed interface BundleLayout {

  /** Files of every layout. */
  List<String> COMMON =
      List.of(
          BundleFormat.ML_MODEL,
          BundleFormat.SCHEMA,
          BundleFormat.ENCODER,
          BundleFormat.METRICS,
          BundleFormat.PROVENANCE,
          BundleFormat.INPUT_EXAMPLE);

  EstimatorKind estimator();

  /** The files beside {@link #COMMON}. */
  List<String> ownFiles();

  /** Every file that {@link BundleFormat#HASHES} lists, in its order. */
  default List<String> hashed() {
    return Stream.concat(COMMON.stream(), ownFiles().stream()).sorted().toList();
  }

  /** Format 1 knew regressions with trees only. */
  record Format1() implements BundleLayout {

    static final String ERROR_MODEL = "spread.bin";

    @Override
    public EstimatorKind estimator() {
      return EstimatorKind.TREES;
    }

    @Override
    public List<String> ownFiles() {
      return List.of(EstimatorKind.TREES.file(), ERROR_MODEL, BundleFormat.CONFORMAL);
    }
  }

  /** A value with an interval. */
  record Regression(EstimatorKind estimator, EstimatorKind errorModel) implements BundleLayout {
    @Override
    public List<String> ownFiles() {
      return List.of(estimator.file(), errorModel.errorFile(), BundleFormat.CONFORMAL);
    }
  }

  /**
   * Classes with probabilities.
   *
   * @param classes labels, in the order of the scores
   * @param calibrated whether it has the file {@link BundleFormat#CALIBRATION}
   */
  record Classification(EstimatorKind estimator, List<String> classes, boolean calibrated)
      implements BundleLayout {
    @Override
    public List<String> ownFiles() {
      return calibrated
          ? List.of(estimator.file(), BundleFormat.CALIBRATION)
          : List.of(estimator.file());
    }
  }

  /** That of the newest format. */
  static BundleLayout of(ModelBundle bundle) {
    EstimatorKind estimator = EstimatorKind.of(bundle.estimator());
    return switch (bundle.head()) {
      case Head.Regression head -> new Regression(estimator, EstimatorKind.of(head.errorModel()));
      case Head.Classification head ->
          new Classification(estimator, head.classes(), !head.calibration().changesNothing());
    };
  }
}
