package io.drivetrain.models.bundle;

import io.drivetrain.models.estimator.ClassTrees;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.models.estimator.TreeEnsemble;

/** The forms that an estimator has as a file; in lower case they stand in {@code MLmodel}. */
enum EstimatorKind {
  TREES("trees.bin"),
  CLASS_TREES("class_trees.bin"),
  LINEAR("linear.bin");

  private final String file;

  EstimatorKind(String file) {
    this.file = file;
  }

  static EstimatorKind of(Estimator estimator) {
    return switch (estimator) {
      case TreeEnsemble _ -> TREES;
      case ClassTrees _ -> CLASS_TREES;
      case LinearModel _ -> LINEAR;
    };
  }

  static byte[] write(Estimator estimator) {
    return switch (estimator) {
      case TreeEnsemble trees -> TreesFile.write(trees);
      case ClassTrees trees -> ClassTreesFile.write(trees);
      case LinearModel linear -> LinearFile.write(linear);
    };
  }

  /**
   * @param columns inputs that the encoder makes
   */
  Estimator read(String file, byte[] bytes, int columns) {
    return switch (this) {
      case TREES -> TreesFile.read(file, bytes, columns);
      case CLASS_TREES -> ClassTreesFile.read(file, bytes, columns);
      case LINEAR -> LinearFile.read(file, bytes, columns);
    };
  }

  /** The file of the estimator of a bundle. */
  String file() {
    return file;
  }

  /** The file of its error model. */
  String errorFile() {
    return "error_" + file;
  }
}
